"""The one definition of the schema: every table, column, limit and link of a journal.

`schema.sql` and `core/tables.py` are made from these classes by `ddl`, and what comes from outside is validated by
them (`Model.model_validate`). No daily command loads this package: SQLModel costs more than the work itself.
"""

from netbook.store.models import bookkeeping, exchanges, meetings, people
from netbook.store.models.facts import Model

# Parents before their children. An export and a synced copy have the tables in this order: a new one comes last.
MODELS: tuple[type[Model], ...] = (
    people.Circle,
    people.Person,
    people.Identity,
    people.Alias,
    people.NameWord,
    people.Email,
    people.Phone,
    people.Address,
    people.Url,
    people.Tag,
    people.Carried,
    people.NotSame,
    meetings.Event,
    meetings.Meeting,
    meetings.Attendance,
    exchanges.Topic,
    exchanges.Commonality,
    exchanges.Note,
    exchanges.Favor,
    exchanges.Request,
    exchanges.Followup,
    exchanges.Strain,
    exchanges.Introduction,
    exchanges.Farewell,
    exchanges.FarewellPerson,
    people.Job,
    people.News,
    exchanges.Interest,
    exchanges.NotCommon,
    people.Tie,
    meetings.Plan,
    meetings.PlanPerson,
    meetings.Expected,
    exchanges.ThanksGiven,
    meetings.IntroducerDone,
    meetings.Proposal,
    meetings.ProposalPerson,
    bookkeeping.Setting,
    bookkeeping.Numbering,
    bookkeeping.Change,
    bookkeeping.Step,
    bookkeeping.Synced,
)
# Every model by its table's name.
BY_TABLE = {str(model.__tablename__): model for model in MODELS}
