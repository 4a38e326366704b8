"""What LinkedIn calls the columns of Connections.csv, by the language of the account.

English, German, French and Dutch as seen in exports; the others as LinkedIn's pages and other exports in that
language call the same things. Compared by their keys: case, accents and punctuation do not matter.
"""

from __future__ import annotations

from netbook.core.names import fold

NAMES: dict[str, tuple[str, ...]] = {
    "first": (
        "First Name", "Given Name", "Vorname", "Prénom", "Nombre", "Nome", "Nome próprio", "Voornaam",
        "Förnamn", "Fornavn", "Etunimi", "Imię", "Jméno", "Keresztnév", "Utónév", "Prenume", "Ad",
        "Adı", "Имя", "Ім'я", "Nama Depan", "名", "名字", "이름", "الاسم الأول", "שם פרטי", "ชื่อ",
    ),
    "last": (
        "Last Name", "Surname", "Family Name", "Nachname", "Familienname", "Nom", "Nom de famille",
        "Apellido", "Apellidos", "Cognome", "Sobrenome", "Apelido", "Achternaam", "Efternamn",
        "Efternavn", "Etternavn", "Sukunimi", "Nazwisko", "Příjmení", "Vezetéknév", "Nume",
        "Nume de familie", "Soyad", "Soyadı", "Фамилия", "Прізвище", "Nama Belakang", "姓", "姓氏",
        "성", "اسم العائلة", "שם משפחה", "นามสกุล",
    ),
    "name": (
        "Name", "Full Name", "Vollständiger Name", "Nom complet", "Nombre completo", "Nome completo",
        "Volledige naam", "氏名", "姓名",
    ),
    "url": (
        "URL", "Profile URL", "LinkedIn URL", "LinkedIn Profile", "LinkedIn Profile URL",
        "Public Profile URL", "Profil-URL", "URL du profil", "URL del perfil", "URL del profilo",
        "URL do perfil", "Profiel-URL",
    ),
    "email": (
        "Email Address", "E-mail Address", "Email", "E-Mail", "E-Mail-Adresse", "Adresse e-mail",
        "Adresse email", "Adresse électronique", "Correo electrónico",
        "Dirección de correo electrónico", "Dirección de email", "Email de contacto",
        "Indirizzo email", "Indirizzo e-mail", "Endereço de e-mail", "Endereço de email",
        "E-mailadres", "E-postadress", "E-mailadresse", "E-postadresse", "Sähköpostiosoite",
        "Adres e-mail", "E-mailová adresa", "E-mail cím", "Adresă de e-mail", "E-posta",
        "E-posta adresi", "Адрес электронной почты", "Эл. почта", "Alamat Email", "メールアドレス",
        "电子邮件", "电子邮件地址", "邮箱", "電子郵件", "電子郵件地址", "이메일", "이메일 주소",
    ),
    "company": (
        "Company", "Company Name", "Organization", "Organisation", "Unternehmen", "Firma",
        "Entreprise", "Société", "Empresa", "Azienda", "Società", "Bedrijf", "Företag", "Virksomhed",
        "Bedrift", "Selskab", "Yritys", "Společnost", "Cég", "Vállalat", "Companie", "Şirket",
        "Компания", "Perusahaan", "会社", "会社名", "公司", "회사",
    ),
    "title": (
        "Position", "Title", "Job Title", "Berufsbezeichnung", "Poste", "Fonction",
        "Intitulé du poste", "Cargo", "Puesto", "Posizione", "Qualifica", "Posição", "Functie",
        "Functietitel", "Befattning", "Titel", "Stilling", "Asema", "Stanowisko", "Pozice", "Pozíció",
        "Beosztás", "Poziție", "Funcție", "Pozisyon", "Unvan", "Должность", "Jabatan", "役職", "职位",
        "職稱", "직책",
    ),
    "connected": (
        "Connected On", "Connection Date", "Date Connected", "Verbunden am", "Vernetzt am",
        "Verbunden seit", "Kontakt seit", "Connecté le", "Connecté(e) le", "Date de connexion",
        "En relation depuis", "En relation depuis le", "Conectado el", "Conectado en",
        "Fecha de conexión", "Collegato il", "Collegato in data", "Data di collegamento",
        "Conectado em", "Ligado em", "Data da conexão", "Data de conexão", "Verbonden op",
        "Gekoppeld op", "Ansluten den", "Kontakt sedan", "Forbundet den", "Forbundet d.",
        "Tilknyttet den", "Tilknyttet", "Yhdistetty", "Połączono", "Data połączenia",
        "Data nawiązania kontaktu", "Spojeno dne", "Kapcsolódás dátuma", "Conectat la",
        "Bağlantı Kuruldu", "Bağlantı tarihi", "Bağlandığı Tarih", "Дата установления контакта",
        "Дата добавления", "Terhubung Pada", "つながった日", "つながりになった日", "つながり承認日",
        "建立联系日期", "加为好友的时间", "連結日期", "建立聯絡日期", "1촌 맺은 날짜", "연결 날짜",
    ),
}  # fmt: skip

# Where one word means two columns in two languages, the field named first here has it.
COLUMN_OF: dict[str, str] = {fold(name): field for field in reversed(NAMES) for name in NAMES[field]}

# What other tables of people call the same field.
AS_ELSEWHERE = {"company": "org", "title": "job", "name": "full", "connected": "known_since"}
