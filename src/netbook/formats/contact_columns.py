"""What address books call the columns of a table of people, and which field each of them is.

Programs put more into a name than the field: where ("Business City", "Ort privat"), which of several ("E-mail 2
Address") or, as Google does, both ("Address 1 - City"). The field is looked up by the whole name first, then by
what is left of it without numbers, places and little words. Case, accents and punctuation never matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from netbook.core.names import clean, fold
from netbook.formats.linkedin_columns import AS_ELSEWHERE
from netbook.formats.linkedin_columns import NAMES as LINKEDIN_NAMES

# Besides LinkedIn's words, which serve everybody.
_NAMES: dict[str, tuple[str, ...]] = {
    "uid": ("UID",),
    # One word for the first name, the last name or all of it, as the other columns have it.
    "first_or_full": ("Nome", "Nombre", "Имя", "Ім'я", "Ad", "Adı", "Imię", "Jméno", "名前"),
    "last_or_full": ("Nom", "Nume", "Nazwa"),
    "last_or_nickname": ("Apelido",),
    "full": (
        "Display Name", "Displayname", "Contact Name", "Contact", "Anzeigename", "Kontaktname",
        "Nom affiché", "Nom à afficher", "Nombre para mostrar", "Nome visualizzato", "Mostrar nome",
        "Nome de exibição", "Nome a apresentar", "Weergavenaam", "Naam", "Visningsnamn", "Navn", "Namn",
        "Nazwa wyświetlana", "Imię i nazwisko", "ФИО", "表示名", "联系人",
    ),
    "first": (
        "Given Name", "Forename", "Firstname", "First", "Primeiro nome", "Nome próprio", "Nome di battesimo",
        "Primer nombre", "Nombre de pila", "Rufname", "Keresztnév",
    ),
    "middle": (
        "Middle Name", "Middle", "Additional Name", "Additional Names", "Second Name", "Weitere Vornamen",
        "Zweiter Vorname", "Deuxième prénom", "Autres prénoms", "Segundo nombre", "Secondo nome",
        "Nome do meio", "Segundo nome", "Nome adicional", "Tweede naam", "Mellannamn", "Mellemnavn",
        "Mellomnavn", "Drugie imię", "Отчество", "ミドル ネーム",
    ),
    "last": ("Family Name", "Lastname", "Last", "Último nome", "Familiennaam", "Primer apellido"),
    "prefix": (
        "Name Prefix", "Prefix", "Honorific", "Honorific Prefix", "Salutation", "Anrede", "Namenspräfix",
        "Civilité", "Préfixe", "Tratamiento", "Prefijo", "Tratamento", "Prefixo do nome", "Prefixo",
        "Prefisso", "Appellativo", "Aanhef", "Voorvoegsel", "敬称",
    ),
    # A form of address where there is a column for the job besides, else the job.
    "prefix_or_job": ("Title", "Titre", "Título", "Titolo", "Titel", "Tytuł", "Tittel"),
    "suffix": (
        "Name Suffix", "Suffix", "Generation", "Namenssuffix", "Suffixe", "Sufijo", "Sufixo",
        "Sufixo do nome", "Suffisso", "Achtervoegsel",
    ),
    "nickname": (
        "Nickname", "Nick Name", "Nick", "Alias", "Aliases", "Also Known As", "Short Name", "Spitzname",
        "Surnom", "Pseudo", "Apodo", "Alias de contacto", "Alcunha", "Soprannome", "Bijnaam", "Smeknamn",
        "Kaldenavn", "Pseudonim", "ニックネーム",
    ),
    "org": (
        "Org", "Organization Name", "Organisation Name", "Employer", "Business", "Nome da organização",
        "Nome da empresa", "Organização", "Organización", "Nombre de la organización", "Organizzazione",
        "Nom de l'entreprise", "Nom de l'organisation", "Name der Organisation", "Organisatie",
        "Organizacja", "勤務先", "单位",
    ),
    "department": (
        "Department", "Dept", "Organization Department", "Abteilung", "Service", "Département",
        "Departamento", "Departamento da organização", "Dipartimento", "Reparto", "Ufficio", "Afdeling",
        "Avdelning", "Avdeling", "Dział", "部署", "部门",
    ),
    "job": (
        "Organization Title", "Role", "Job", "Jobtitle", "Occupation", "Arbeitstitel", "Stelle", "Funktion",
        "Titre du poste", "Profession", "Fonction", "Título del trabajo", "Puesto de trabajo",
        "Título da organização", "Cargo da organização", "Profissão", "Posizione lavorativa", "Mansione",
        "Ruolo", "役職名",
    ),
    "email": (
        "E-mail Addresses", "Email Addresses", "Emails", "Mail", "Mail Address", "Adresse de messagerie",
        "Adresse de courrier", "Courriel", "E-mail primário", "E-mail secundário", "E-mailadressen",
        "Posta elettronica", "Indirizzo di posta elettronica", "Correo", "Endereço de correio eletrônico",
        "Primäre E-Mail-Adresse", "Sekundäre E-Mail-Adresse", "Première adresse électronique",
        "Adresse électronique secondaire", "電子メール アドレス", "電子メール", "メール",
    ),
    "phone": (
        "Phone", "Phones", "Phone Number", "Telephone", "Telephone Number", "Tel", "Mobile", "Mobile Phone",
        "Mobile Number", "Mobile Telephone", "Cell", "Cell Phone", "Cellphone", "Company Main Phone",
        "Car Phone", "WhatsApp", "Telefon", "Telefonnummer", "Handy", "Handynummer", "Mobil",
        "Mobiltelefon", "Mobil-Tel.-Nr.", "Haupttelefon", "Autotelefon", "Telefon Firma", "Rufnummer",
        "Téléphone", "Numéro de téléphone", "Portable", "Tél.", "Tél. mobile", "Téléphone mobile",
        "Téléphone société", "Teléfono", "Número de teléfono", "Móvil", "Teléfono móvil", "Celular",
        "Telefono", "Cellulare", "Telefono cellulare", "Numero di telefono", "Telefone", "Fone",
        "Telefone celular", "Número de telefone", "Telemóvel", "Telefoon", "Telefoonnummer", "Mobiel",
        "Mobiele telefoon", "Telefonnr", "Telefon komórkowy", "Komórka", "Телефон", "Мобильный телефон",
        "電話", "電話番号", "携帯電話", "电话", "手机", "전화번호",
    ),
    "fax": (
        "Fax", "Fax Number", "Faxnummer", "Fax-Nummer", "Télécopie", "Pager", "Pager Number", "Pager-Nummer",
        "Número de Fax", "Faxnr",
    ),
    "url": (
        "Website", "Websites", "Web Site", "Web Page", "Webpage", "Web", "Homepage", "Home Page", "Link",
        "Links", "LinkedIn", "Webseite", "Web-Seite", "Internetseite", "Page Web", "Site web", "Página web",
        "Sitio web", "Site", "Pagina Web", "Sito web", "Webpagina", "Webbsida", "Webside",
        "Strona internetowa", "Web ページ", "网站",
    ),
    "birthday": (
        "Birthday", "Birth Date", "Birthdate", "Date of Birth", "Born", "BDay", "Geburtstag",
        "Geburtsdatum", "Anniversaire", "Date de naissance", "Cumpleaños", "Fecha de nacimiento",
        "Aniversário", "Data de nascimento", "Data de aniversário", "Compleanno", "Data di nascita",
        "Verjaardag", "Geboortedatum", "Födelsedag", "Fødselsdag", "Bursdag", "Urodziny",
        "Data urodzenia", "День рождения", "Дата рождения", "Doğum Günü", "誕生日", "生日", "생일",
    ),
    "birth_year": ("Birth Year", "Geburtsjahr", "Année de naissance", "Ano de nascimento", "Geboortejaar"),
    "birth_month": (
        "Birth Month", "Geburtsmonat", "Mois de naissance", "Mês de nascimento", "Geboortemaand",
    ),
    "birth_day": ("Birth Day", "Jour de naissance", "Dia de nascimento", "Geboortedag"),
    "note": (
        "Notes", "Note", "Comment", "Comments", "Remarks", "Description", "Notizen", "Notiz", "Anmerkungen",
        "Bemerkungen", "Remarques", "Commentaires", "Notas", "Observaciones", "Comentarios", "Observações",
        "Anotações", "Informações", "Notities", "Opmerkingen", "Anteckningar", "Notater", "Notatki",
        "Uwagi", "Заметки", "メモ", "备注",
    ),
    "tags": (
        "Tags", "Tag", "Labels", "Groups", "Group", "Group Membership", "Categories", "Category",
        "Keywords", "Kategorien", "Kategorie", "Gruppen", "Schlagwörter", "Catégories", "Groupes",
        "Libellés", "Étiquettes", "Categorías", "Etiquetas", "Grupos", "Categorias", "Rótulos",
        "Marcadores", "Participação no grupo", "Associação a grupos", "Categorie", "Etichette", "Gruppi",
        "Categorieën", "Groepen", "Kategorier", "Grupy", "Etykiety", "分類", "分组",
    ),
    "known_since": ("Known Since", "Met On", "Date Met", "First Met", "Met", "Bekannt seit", "Connu depuis"),
    "how_met": (
        "How Met", "How We Met", "How You Met", "How I Met", "Met At", "Where We Met", "Where Met",
        "Met Through", "Kennengelernt", "Wie kennengelernt",
    ),
    "place": ("Place", "Location", "Based In", "Lives In", "Emplacement", "Localização", "Ubicación"),
    "street": (
        "Street", "Street Address", "Address", "Straße", "Adresse", "Anschrift", "Rue", "Calle", "Dirección",
        "Rua", "Endereço", "Morada", "Via", "Indirizzo", "Straat", "Adres", "Gata", "Adress", "Gade",
        "Ulica", "Extended Address", "住所",
    ),
    "pobox": (
        "PO Box", "Address PO Box", "Postfach", "Boîte postale", "Caixa postal", "Apartado postal",
    ),
    "city": (
        "City", "Town", "Locality", "Ort", "Stadt", "Wohnort", "Ville", "Ciudad", "Localidad", "Cidade",
        "Città", "Località", "Plaats", "Stad", "Woonplaats", "By", "Miasto", "Город", "市", "城市",
    ),
    "region": (
        "Region", "State", "Province", "County", "Bundesland", "Bundesland/Kanton", "Région",
        "Dép/Région", "Estado", "Provincia", "Estado o provincia", "Região", "Provincie",
    ),
    "zip": (
        "Zip", "ZipCode", "Zip Code", "Postal Code", "Postcode", "PLZ", "Postleitzahl", "Code postal",
        "Código postal", "CEP", "CAP", "Kod pocztowy", "郵便番号",
    ),
    "country": (
        "Country", "Country/Region", "Land", "Land/Region", "Staat", "Pays", "Pays/Région", "País",
        "País/Región", "Região/País", "Paese", "Paese/Regione", "Kraj", "Страна", "国", "国家",
    ),
    "formatted": ("Formatted", "Formatted Address", "Formatado", "Formatiert", "Con formato"),
    # What would be taken for a field by its words.
    "": ("Office Location", "Other Name", "Other Names"),
    # What says nothing about a person that the other columns do not.
    "ignored": (
        "Photo", "Initials", "Initialen", "Directory Server", "Verzeichnisserver", "Organization Type",
        "Organization Label", "E-mail Type", "E-Mail: Typ", "E-Mail-Typ",
    ),
    "full_again": (
        "E-mail Display Name", "E-Mail: Angezeigter Name", "File As", "Nom complet de l'adresse de messagerie",
    ),
}  # fmt: skip

# Where a thing is, and the little words around it.
_WHERE = frozenset((
    "home", "work", "business", "other", "private", "personal", "company", "office", "main",
    "primary", "secondary", "privat", "geschaftlich", "dienstlich", "weitere", "weiterer",
    "weiteres", "weiteren", "bureau", "domicile", "autre", "comercial", "residencial", "trabajo",
    "particular", "casa", "domicilio", "pessoal", "trabalho", "profissional", "abitazione",
    "lavoro", "thuis", "kantoor", "zakelijk", "prive", "arbete", "hem", "arbejde", "hjem", "arbeid",
    "praca", "dom", "principal", "professionnel", "professionnelle", "personnel", "personnelle",
    "ufficio", "altro", "otro", "otra", "outro", "outra", "andere", "overig",
))  # fmt: skip
_LITTLE = frozenset((
    "de", "del", "do", "da", "di", "des", "du", "la", "le", "l", "el", "of", "the", "der", "die",
    "das", "den", "van", "na", "no",
))  # fmt: skip
_ADDRESS = frozenset((
    "address", "adresse", "anschrift", "direccion", "endereco", "morada", "indirizzo", "adres",
    "adress",
))  # fmt: skip
_LABELS = frozenset((
    "label", "type", "service", "tipo", "rotulo", "etiqueta", "etikett", "typ", "libelle",
    "etichetta", "etykieta",
))  # fmt: skip
_VALUES = frozenset((
    "value", "valor", "wert", "valeur", "valore", "waarde", "varde", "vaerdi", "wartosc",
    "значение", "値",
))  # fmt: skip
_NUMBERED = re.compile(r"(.+) (\d{1,2}) (.+)")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what the file calls it, the field it is ("" for none known), and which of several it is of."""

    name: str
    field: str = ""
    group: str = ""


def _bare(key: str) -> str:
    words = [word for word in key.split() if word not in _WHERE and word not in _LITTLE]
    return " ".join(word for word in words if not word.isdecimal())


_FIELD_OF: dict[str, str] = {}
_FIELD_OF_BARE: dict[str, str] = {}
for _table in (_NAMES, {AS_ELSEWHERE.get(field, field): names for field, names in LINKEDIN_NAMES.items()}):
    for _field, _names in _table.items():
        for _name in _names:
            _FIELD_OF.setdefault(fold(_name), _field)
            _FIELD_OF_BARE.setdefault(_bare(fold(_name)), _field)


def is_googles(key: str) -> bool:
    """Whether a column's key has the shape of Google's: "e mail 1 value"."""
    match = _NUMBERED.fullmatch(key)
    return match is not None and (match[3] in _VALUES or (match[1] in _ADDRESS and match[3] in _FIELD_OF))


def columns(cells: Iterable[str]) -> list[Column]:
    """What each cell of a header is; words that mean one thing or another are settled by their neighbours."""
    rows = [
        _column(cell) if cell.strip() else Column(f"column {place}") for place, cell in enumerate(cells, 1)
    ]
    return [replace(column, field=field) for column, field in zip(rows, _settled(rows), strict=True)]


@lru_cache(2_000)
def _column(cell: str) -> Column:
    name, key = clean(cell), fold(cell)
    numbered = _NUMBERED.fullmatch(key)
    if numbered and key not in _FIELD_OF:
        thing, number, what = numbered.groups()
        if what in _LABELS:
            return Column(name, "label", f"{thing} {number}")
        if what in _VALUES:
            return Column(name, _field_of(thing) or "other", f"{thing} {number}")
        if thing in _ADDRESS:
            return Column(name, _field_of(what), f"address {number}")
    where = " ".join(word for word in key.split() if word in _WHERE)
    return Column(name, _field_of(key), where)


def _field_of(key: str) -> str:
    if key in _FIELD_OF:
        return _FIELD_OF[key]
    bare = _bare(key)
    return _FIELD_OF.get(bare) or _FIELD_OF_BARE.get(bare, "") if bare else ""


def _settled(table_columns: list[Column]) -> list[str]:
    fields = [column.field for column in table_columns]
    titles = fields.count("prefix_or_job")
    for place, field in enumerate(fields):
        others = frozenset(fields[:place] + fields[place + 1 :])
        match field:
            case "first_or_full":
                fields[place] = _first_or_full(others)
            case "last_or_full":
                fields[place] = "last" if "first" in others and "last" not in others else "full"
            case "last_or_nickname":
                fields[place] = "nickname" if "last" in others else "last"
            case "prefix_or_job":
                # French Outlook has two of one name: the form of address, then the job.
                fields[place] = "prefix" if "job" in others or titles > 1 else "job"
                titles = 0
            case "birthday" if "birth_year" in others:
                fields[place] = "birth_day"
    return fields


def _first_or_full(others: frozenset[str]) -> str:
    if "first" in others or not others & {"last", "last_or_full", "last_or_nickname"}:
        return "full"
    return "first"
