-- What came with the third schema. Triggers go first, so that nothing is taken for a change.
DROP TRIGGER person_added_words;
DROP TRIGGER person_renamed_words;
DROP TRIGGER alias_added_words;
DROP TRIGGER alias_changed_words;
DROP TRIGGER alias_removed_words;
DROP TRIGGER meeting_moved;
DROP TRIGGER attendance_added;
DROP TRIGGER attendance_changed;
DROP TRIGGER person_added_search;
DROP TRIGGER person_changed_search;
DROP TRIGGER person_removed_search;
DROP TRIGGER alias_added_search;
DROP TRIGGER alias_changed_search;
DROP TRIGGER alias_removed_search;
DROP TRIGGER email_added_search;
DROP TRIGGER email_changed_search;
DROP TRIGGER email_removed_search;
DROP TRIGGER phone_added_search;
DROP TRIGGER phone_changed_search;
DROP TRIGGER phone_removed_search;
DROP TRIGGER url_added_search;
DROP TRIGGER url_changed_search;
DROP TRIGGER url_removed_search;
DROP TRIGGER tag_added_search;
DROP TRIGGER tag_changed_search;
DROP TRIGGER tag_removed_search;
DROP TRIGGER meeting_added_search;
DROP TRIGGER meeting_changed_search;
DROP TRIGGER meeting_removed_search;
DROP TRIGGER event_added_search;
DROP TRIGGER event_changed_search;
DROP TRIGGER event_removed_search;
DROP TRIGGER topic_added_search;
DROP TRIGGER topic_changed_search;
DROP TRIGGER topic_removed_search;
DROP TRIGGER commonality_added_search;
DROP TRIGGER commonality_changed_search;
DROP TRIGGER commonality_removed_search;
DROP TRIGGER note_added_search;
DROP TRIGGER note_changed_search;
DROP TRIGGER note_removed_search;
DROP TRIGGER favor_added_search;
DROP TRIGGER favor_changed_search;
DROP TRIGGER favor_removed_search;
DROP TRIGGER followup_added_search;
DROP TRIGGER followup_changed_search;
DROP TRIGGER followup_removed_search;
DROP TRIGGER request_added_search;
DROP TRIGGER request_changed_search;
DROP TRIGGER request_removed_search;
DROP TRIGGER strain_added_search;
DROP TRIGGER strain_changed_search;
DROP TRIGGER strain_removed_search;
DROP TRIGGER introduction_added_search;
DROP TRIGGER introduction_changed_search;
DROP TRIGGER introduction_removed_search;
DROP TRIGGER farewell_added_search;
DROP TRIGGER farewell_changed_search;
DROP TRIGGER farewell_removed_search;
DROP TRIGGER circle_added_search;
DROP TRIGGER circle_changed_search;
DROP TRIGGER circle_removed_search;
DROP TRIGGER circle_added_history;
DROP TRIGGER circle_changed_history;
DROP TRIGGER circle_removed_history;
DROP TRIGGER event_added_history;
DROP TRIGGER event_changed_history;
DROP TRIGGER event_removed_history;
DROP TRIGGER farewell_added_history;
DROP TRIGGER farewell_changed_history;
DROP TRIGGER farewell_removed_history;
DROP TRIGGER topic_added_history;
DROP TRIGGER topic_changed_history;
DROP TRIGGER topic_removed_history;
DROP TRIGGER meeting_added_history;
DROP TRIGGER meeting_changed_history;
DROP TRIGGER meeting_removed_history;
DROP TRIGGER person_added_history;
DROP TRIGGER person_changed_history;
DROP TRIGGER person_removed_history;
DROP TRIGGER alias_added_history;
DROP TRIGGER alias_changed_history;
DROP TRIGGER alias_removed_history;
DROP TRIGGER attendance_added_history;
DROP TRIGGER attendance_changed_history;
DROP TRIGGER attendance_removed_history;
DROP TRIGGER carried_added_history;
DROP TRIGGER carried_changed_history;
DROP TRIGGER carried_removed_history;
DROP TRIGGER commonality_added_history;
DROP TRIGGER commonality_changed_history;
DROP TRIGGER commonality_removed_history;
DROP TRIGGER email_added_history;
DROP TRIGGER email_changed_history;
DROP TRIGGER email_removed_history;
DROP TRIGGER farewell_person_added_history;
DROP TRIGGER farewell_person_changed_history;
DROP TRIGGER farewell_person_removed_history;
DROP TRIGGER favor_added_history;
DROP TRIGGER favor_changed_history;
DROP TRIGGER favor_removed_history;
DROP TRIGGER followup_added_history;
DROP TRIGGER followup_changed_history;
DROP TRIGGER followup_removed_history;
DROP TRIGGER identity_added_history;
DROP TRIGGER identity_changed_history;
DROP TRIGGER identity_removed_history;
DROP TRIGGER introduction_added_history;
DROP TRIGGER introduction_changed_history;
DROP TRIGGER introduction_removed_history;
DROP TRIGGER not_same_added_history;
DROP TRIGGER not_same_changed_history;
DROP TRIGGER not_same_removed_history;
DROP TRIGGER note_added_history;
DROP TRIGGER note_changed_history;
DROP TRIGGER note_removed_history;
DROP TRIGGER phone_added_history;
DROP TRIGGER phone_changed_history;
DROP TRIGGER phone_removed_history;
DROP TRIGGER request_added_history;
DROP TRIGGER request_changed_history;
DROP TRIGGER request_removed_history;
DROP TRIGGER strain_added_history;
DROP TRIGGER strain_changed_history;
DROP TRIGGER strain_removed_history;
DROP TRIGGER tag_added_history;
DROP TRIGGER tag_changed_history;
DROP TRIGGER tag_removed_history;
DROP TRIGGER url_added_history;
DROP TRIGGER url_changed_history;
DROP TRIGGER url_removed_history;
ALTER TABLE circle RENAME TO circle_before;
CREATE TABLE circle (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  name TEXT NOT NULL,
  "key" TEXT NOT NULL,
  cadence TEXT NOT NULL,
  description TEXT,
  UNIQUE (uid),
  UNIQUE ("key"),
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK (length("name") >= 1),
  CHECK (length("name") <= 200),
  CHECK (length("key") >= 1),
  CHECK (length("key") <= 4000),
  CHECK (length("cadence") >= 1),
  CHECK (length("cadence") <= 200),
  CHECK (length("description") >= 1),
  CHECK (length("description") <= 1000000)
) STRICT;
INSERT INTO circle (id, uid, name, "key", cadence, description)
SELECT id, 'circle:' || key, name, "key", cadence, description FROM circle_before ORDER BY id;
DROP TABLE circle_before;
ALTER TABLE event RENAME TO event_before;
CREATE TABLE event (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL,
  name TEXT NOT NULL,
  "key" TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  goal INTEGER NOT NULL,
  place TEXT,
  host TEXT,
  UNIQUE ("key", starts_on),
  UNIQUE (uid),
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK (length("name") >= 1),
  CHECK (length("name") <= 200),
  CHECK (length("key") >= 1),
  CHECK (length("key") <= 4000),
  CHECK ("starts_on" IS date("starts_on", '+0 days')),
  CHECK ("starts_on" >= '1000-01-01'),
  CHECK ("starts_on" <= '8999-12-31'),
  CHECK ("ends_on" IS date("ends_on", '+0 days')),
  CHECK ("ends_on" >= '1000-01-01'),
  CHECK ("ends_on" <= '8999-12-31'),
  CHECK ("goal" >= 0),
  CHECK ("goal" <= 1000),
  CHECK (length("place") >= 1),
  CHECK (length("place") <= 200),
  CHECK (length("host") >= 1),
  CHECK (length("host") <= 200),
  CHECK (ends_on >= starts_on)
) STRICT;
INSERT INTO event (id, uid, name, "key", starts_on, ends_on, goal, place, host)
SELECT id, uid, name, "key", starts_on, ends_on, goal, place, host FROM event_before ORDER BY id;
DROP TABLE event_before;
CREATE INDEX event_starts_on ON event (starts_on);
ALTER TABLE farewell RENAME TO farewell_before;
CREATE TABLE farewell (
  id INTEGER NOT NULL,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  org TEXT,
  date TEXT NOT NULL,
  why TEXT,
  circle TEXT,
  tag TEXT,
  PRIMARY KEY (id),
  UNIQUE (uid),
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK (length("org") >= 1),
  CHECK (length("org") <= 200),
  CHECK ("date" IS date("date", '+0 days')),
  CHECK ("date" >= '1000-01-01'),
  CHECK ("date" <= '8999-12-31'),
  CHECK (length("why") >= 1),
  CHECK (length("why") <= 1000000),
  CHECK (length("circle") >= 1),
  CHECK (length("circle") <= 200),
  CHECK (length("tag") >= 1),
  CHECK (length("tag") <= 200),
  CHECK ((org IS NOT NULL) + (circle IS NOT NULL) + (tag IS NOT NULL) <= 1)
) STRICT;
INSERT INTO farewell (id, uid, org, date, why)
SELECT id, uid, org, date, why FROM farewell_before ORDER BY id;
DROP TABLE farewell_before;
CREATE TABLE numbering (
  "of" TEXT NOT NULL,
  highest INTEGER NOT NULL,
  PRIMARY KEY ("of"),
  CHECK (length("of") >= 1),
  CHECK (length("of") <= 200),
  CHECK ("highest" >= 1)
) WITHOUT ROWID, STRICT;
CREATE TABLE proposal (
  id INTEGER NOT NULL,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  "key" TEXT NOT NULL,
  source TEXT NOT NULL,
  series TEXT,
  date TEXT NOT NULL,
  at TEXT,
  kind TEXT NOT NULL,
  minutes INTEGER,
  place TEXT,
  summary TEXT,
  coming INTEGER DEFAULT 0 NOT NULL,
  answer TEXT NOT NULL,
  answered_on TEXT,
  PRIMARY KEY (id),
  UNIQUE (uid),
  UNIQUE ("key"),
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK (length("key") >= 1),
  CHECK (length("key") <= 2000),
  CHECK (length("source") >= 1),
  CHECK (length("source") <= 200),
  CHECK (length("series") >= 1),
  CHECK (length("series") <= 2000),
  CHECK ("date" IS date("date", '+0 days')),
  CHECK ("date" >= '1000-01-01'),
  CHECK ("date" <= '8999-12-31'),
  CHECK (("at" GLOB '[01][0-9]:[0-5][0-9]' OR "at" GLOB '2[0-3]:[0-5][0-9]')),
  CHECK ("kind" IN ('coffee', 'lunch', 'dinner', 'drinks', 'walk', 'activity', 'visit', 'meeting', 'event', 'call', 'video', 'email', 'message', 'letter')),
  CHECK ("minutes" > 0),
  CHECK ("minutes" <= 44640),
  CHECK (length("place") >= 1),
  CHECK (length("place") <= 200),
  CHECK (length("summary") >= 1),
  CHECK (length("summary") <= 1000000),
  CHECK ("coming" >= 0),
  CHECK ("coming" <= 1),
  CHECK ("answer" IN ('open', 'yes', 'no')),
  CHECK ("answered_on" IS date("answered_on", '+0 days')),
  CHECK ("answered_on" >= '1000-01-01'),
  CHECK ("answered_on" <= '8999-12-31'),
  CHECK ((answer = 'open') = (answered_on IS NULL))
) STRICT;
CREATE INDEX proposal_open ON proposal (date) WHERE answer = 'open';
CREATE TABLE setting (
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (name),
  CHECK (length("name") >= 1),
  CHECK (length("name") <= 200),
  CHECK (length("value") >= 1),
  CHECK (length("value") <= 1000000)
) WITHOUT ROWID, STRICT;
ALTER TABLE step RENAME TO step_before;
CREATE TABLE step (
  id INTEGER NOT NULL,
  at TEXT NOT NULL,
  what TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  total INTEGER NOT NULL,
  undone INTEGER NOT NULL,
  sync INTEGER DEFAULT 0 NOT NULL,
  PRIMARY KEY (id),
  CHECK (length("at") >= 1),
  CHECK (length("at") <= 200),
  CHECK (length("what") >= 1),
  CHECK (length("what") <= 1000000),
  CHECK ("total" >= 0),
  CHECK ("undone" >= 0),
  CHECK ("undone" <= 1),
  CHECK ("sync" >= 0),
  CHECK ("sync" <= 1)
) STRICT;
INSERT INTO step (id, at, what, first, last, total, undone)
SELECT id, at, what, first, last, total, undone FROM step_before ORDER BY id;
DROP TABLE step_before;
CREATE INDEX step_last ON step (last);
CREATE INDEX step_undone ON step (undone);
CREATE TABLE synced (
  id INTEGER NOT NULL,
  remote TEXT NOT NULL,
  at TEXT,
  seal TEXT,
  synced_on TEXT,
  change INTEGER,
  PRIMARY KEY (id),
  CHECK ("id" >= 1),
  CHECK ("id" <= 1),
  CHECK (length("remote") >= 1),
  CHECK (length("remote") <= 2000),
  CHECK (length("at") >= 1),
  CHECK (length("at") <= 200),
  CHECK (length("seal") >= 1),
  CHECK (length("seal") <= 1000000),
  CHECK (length("synced_on") >= 1),
  CHECK (length("synced_on") <= 200)
) STRICT;
ALTER TABLE topic RENAME TO topic_before;
CREATE TABLE topic (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  name TEXT NOT NULL,
  "key" TEXT NOT NULL,
  UNIQUE (uid),
  UNIQUE ("key"),
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK (length("name") >= 1),
  CHECK (length("name") <= 200),
  CHECK (length("key") >= 1),
  CHECK (length("key") <= 4000)
) STRICT;
INSERT INTO topic (id, uid, name, "key")
SELECT id, 'topic:' || key, name, "key" FROM topic_before ORDER BY id;
DROP TABLE topic_before;
ALTER TABLE meeting RENAME TO meeting_before;
CREATE TABLE meeting (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL,
  date TEXT NOT NULL,
  kind TEXT NOT NULL,
  human INTEGER GENERATED ALWAYS AS (kind NOT IN ('email', 'message', 'letter')) STORED,
  minutes INTEGER,
  place TEXT,
  event_id INTEGER,
  summary TEXT,
  fleeting TEXT,
  UNIQUE (uid),
  FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE SET NULL,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK ("date" IS date("date", '+0 days')),
  CHECK ("date" >= '1000-01-01'),
  CHECK ("date" <= '8999-12-31'),
  CHECK ("kind" IN ('coffee', 'lunch', 'dinner', 'drinks', 'walk', 'activity', 'visit', 'meeting', 'event', 'call', 'video', 'email', 'message', 'letter')),
  CHECK ("minutes" > 0),
  CHECK ("minutes" <= 44640),
  CHECK (length("place") >= 1),
  CHECK (length("place") <= 200),
  CHECK (length("summary") >= 1),
  CHECK (length("summary") <= 1000000),
  CHECK (length("fleeting") >= 1),
  CHECK (length("fleeting") <= 1000000)
) STRICT;
INSERT INTO meeting (id, uid, date, kind, minutes, place, event_id, summary, fleeting)
SELECT id, uid, date, kind, minutes, place, event_id, summary, fleeting FROM meeting_before ORDER BY id;
DROP TABLE meeting_before;
CREATE INDEX meeting_date ON meeting (date);
CREATE INDEX meeting_event ON meeting (event_id) WHERE event_id IS NOT NULL;
ALTER TABLE attendance RENAME TO attendance_before;
CREATE TABLE attendance (
  meeting_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  date TEXT NOT NULL,
  human INTEGER NOT NULL,
  PRIMARY KEY (meeting_id, person_id),
  FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK ("date" IS date("date", '+0 days')),
  CHECK ("date" >= '1000-01-01'),
  CHECK ("date" <= '8999-12-31'),
  CHECK ("human" >= 0),
  CHECK ("human" <= 1)
) WITHOUT ROWID, STRICT;
INSERT INTO attendance (meeting_id, person_id, date, human)
SELECT meeting_id, person_id, date, human FROM attendance_before;
DROP TABLE attendance_before;
CREATE INDEX attendance_person ON attendance (person_id, human, date, meeting_id);
ALTER TABLE farewell_person RENAME TO farewell_person_before;
CREATE TABLE farewell_person (
  farewell_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  seen_on TEXT,
  PRIMARY KEY (farewell_id, person_id),
  FOREIGN KEY(farewell_id) REFERENCES farewell (id) ON DELETE CASCADE,
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK ("seen_on" IS date("seen_on", '+0 days')),
  CHECK ("seen_on" >= '1000-01-01'),
  CHECK ("seen_on" <= '8999-12-31')
) WITHOUT ROWID, STRICT;
INSERT INTO farewell_person (farewell_id, person_id, seen_on)
SELECT farewell_id, person_id, seen_on FROM farewell_person_before;
DROP TABLE farewell_person_before;
CREATE INDEX farewell_person_person ON farewell_person (person_id);
ALTER TABLE person RENAME TO person_before;
CREATE TABLE person (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL,
  handle TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  circle_id INTEGER,
  cadence TEXT,
  org TEXT,
  department TEXT,
  title TEXT,
  place TEXT,
  birthday TEXT,
  known_since TEXT,
  how_met TEXT,
  introduced_by_id INTEGER,
  added_on TEXT NOT NULL,
  paused_on TEXT,
  paused_until TEXT,
  parted_on TEXT,
  parted_why TEXT,
  start_on TEXT,
  last_contact_on TEXT,
  me INTEGER DEFAULT 0 NOT NULL,
  last_met_on TEXT,
  UNIQUE (uid),
  UNIQUE (handle),
  FOREIGN KEY(circle_id) REFERENCES circle (id) ON DELETE SET NULL,
  FOREIGN KEY(introduced_by_id) REFERENCES person (id) ON DELETE SET NULL,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK (length("handle") >= 1),
  CHECK (length("handle") <= 200),
  CHECK (length("name") >= 1),
  CHECK (length("name") <= 200),
  CHECK (length("name_key") >= 1),
  CHECK (length("name_key") <= 4000),
  CHECK (length("cadence") >= 1),
  CHECK (length("cadence") <= 200),
  CHECK (length("org") >= 1),
  CHECK (length("org") <= 200),
  CHECK (length("department") >= 1),
  CHECK (length("department") <= 200),
  CHECK (length("title") >= 1),
  CHECK (length("title") <= 200),
  CHECK (length("place") >= 1),
  CHECK (length("place") <= 200),
  CHECK ((("birthday" GLOB '[1-8][0-9][0-9][0-9]-*' AND "birthday" IS date("birthday", '+0 days')) OR ("birthday" GLOB '--*' AND '2000' || substr("birthday", 2) IS date('2000' || substr("birthday", 2), '+0 days')))),
  CHECK ("known_since" IS date("known_since", '+0 days')),
  CHECK ("known_since" >= '1000-01-01'),
  CHECK ("known_since" <= '8999-12-31'),
  CHECK (length("how_met") >= 1),
  CHECK (length("how_met") <= 1000000),
  CHECK ("added_on" IS date("added_on", '+0 days')),
  CHECK ("added_on" >= '1000-01-01'),
  CHECK ("added_on" <= '8999-12-31'),
  CHECK ("paused_on" IS date("paused_on", '+0 days')),
  CHECK ("paused_on" >= '1000-01-01'),
  CHECK ("paused_on" <= '8999-12-31'),
  CHECK ("paused_until" IS date("paused_until", '+0 days')),
  CHECK ("paused_until" >= '1000-01-01'),
  CHECK ("paused_until" <= '8999-12-31'),
  CHECK ("parted_on" IS date("parted_on", '+0 days')),
  CHECK ("parted_on" >= '1000-01-01'),
  CHECK ("parted_on" <= '8999-12-31'),
  CHECK (length("parted_why") >= 1),
  CHECK (length("parted_why") <= 1000000),
  CHECK ("start_on" IS date("start_on", '+0 days')),
  CHECK ("start_on" >= '1000-01-01'),
  CHECK ("start_on" <= '8999-12-31'),
  CHECK ("last_contact_on" IS date("last_contact_on", '+0 days')),
  CHECK ("last_contact_on" >= '1000-01-01'),
  CHECK ("last_contact_on" <= '8999-12-31'),
  CHECK ("me" >= 0),
  CHECK ("me" <= 1),
  CHECK ("last_met_on" IS date("last_met_on", '+0 days')),
  CHECK ("last_met_on" >= '1000-01-01'),
  CHECK ("last_met_on" <= '8999-12-31'),
  CHECK (introduced_by_id <> id),
  CHECK (paused_on IS NOT NULL OR paused_until IS NULL),
  CHECK (parted_on IS NOT NULL OR parted_why IS NULL)
) STRICT;
INSERT INTO person (id, uid, handle, name, name_key, circle_id, cadence, org, department, title, place, birthday, known_since, how_met, introduced_by_id, added_on, paused_on, paused_until, parted_on, parted_why, last_met_on)
SELECT id, uid, handle, name, name_key, circle_id, cadence, org, department, title, place, birthday, known_since, how_met, introduced_by_id, added_on, paused_on, paused_until, parted_on, parted_why, (SELECT max(date) FROM attendance WHERE person_id = person_before.id AND human = 1) FROM person_before ORDER BY id;
DROP TABLE person_before;
CREATE INDEX person_birthday ON person (substr(birthday, -5)) WHERE birthday IS NOT NULL;
CREATE INDEX person_cadence ON person (cadence) WHERE cadence IS NOT NULL;
CREATE INDEX person_circle ON person (circle_id);
CREATE INDEX person_due ON person (coalesce(cadence, circle_id), max(coalesce(last_met_on, ''), coalesce(last_contact_on, '')));
CREATE INDEX person_introduced_by ON person (introduced_by_id) WHERE introduced_by_id IS NOT NULL;
CREATE UNIQUE INDEX person_me ON person (me) WHERE me = 1;
CREATE INDEX person_name_key ON person (name_key);
CREATE INDEX person_org ON person (org, department) WHERE org IS NOT NULL;
CREATE TABLE address (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  "key" TEXT NOT NULL,
  label TEXT,
  street TEXT,
  town TEXT,
  region TEXT,
  code TEXT,
  country TEXT,
  PRIMARY KEY (id),
  UNIQUE (person_id, "key"),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("text") >= 1),
  CHECK (length("text") <= 1000000),
  CHECK (length("key") >= 1),
  CHECK (length("key") <= 1000000),
  CHECK (length("label") >= 1),
  CHECK (length("label") <= 200),
  CHECK (length("street") >= 1),
  CHECK (length("street") <= 1000000),
  CHECK (length("town") >= 1),
  CHECK (length("town") <= 200),
  CHECK (length("region") >= 1),
  CHECK (length("region") <= 200),
  CHECK (length("code") >= 1),
  CHECK (length("code") <= 200),
  CHECK (length("country") >= 1),
  CHECK (length("country") <= 200)
) STRICT;
ALTER TABLE commonality RENAME TO commonality_before;
CREATE TABLE commonality (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL,
  topic_id INTEGER NOT NULL,
  found_on TEXT NOT NULL,
  meeting_id INTEGER,
  detail TEXT,
  UNIQUE (person_id, topic_id),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(topic_id) REFERENCES topic (id) ON DELETE CASCADE,
  FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
  CHECK ("found_on" IS date("found_on", '+0 days')),
  CHECK ("found_on" >= '1000-01-01'),
  CHECK ("found_on" <= '8999-12-31'),
  CHECK (length("detail") >= 1),
  CHECK (length("detail") <= 1000000)
) STRICT;
INSERT INTO commonality (id, person_id, topic_id, found_on, meeting_id, detail)
SELECT id, person_id, topic_id, found_on, meeting_id, detail FROM commonality_before ORDER BY id;
DROP TABLE commonality_before;
CREATE INDEX commonality_meeting ON commonality (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX commonality_topic ON commonality (topic_id);
ALTER TABLE email RENAME TO email_before;
CREATE TABLE email (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  address TEXT NOT NULL,
  "key" TEXT NOT NULL,
  label TEXT,
  PRIMARY KEY (id),
  UNIQUE (person_id, "key"),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("address") >= 1),
  CHECK (length("address") <= 2000),
  CHECK (length("key") >= 1),
  CHECK (length("key") <= 2000),
  CHECK (length("label") >= 1),
  CHECK (length("label") <= 200)
) STRICT;
INSERT INTO email (id, person_id, address, "key")
SELECT id, person_id, address, "key" FROM email_before ORDER BY id;
DROP TABLE email_before;
CREATE INDEX email_key ON email ("key");
CREATE TABLE expected (
  event_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  PRIMARY KEY (event_id, person_id),
  FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE,
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX expected_person ON expected (person_id);
ALTER TABLE favor RENAME TO favor_before;
CREATE TABLE favor (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  person_id INTEGER NOT NULL,
  direction TEXT NOT NULL,
  text TEXT NOT NULL,
  date TEXT NOT NULL,
  meeting_id INTEGER,
  thanked_on TEXT,
  thanked_how TEXT,
  thanks TEXT,
  UNIQUE (uid),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK ("direction" IN ('gave', 'got')),
  CHECK (length("text") >= 1),
  CHECK (length("text") <= 1000000),
  CHECK ("date" IS date("date", '+0 days')),
  CHECK ("date" >= '1000-01-01'),
  CHECK ("date" <= '8999-12-31'),
  CHECK ("thanked_on" IS date("thanked_on", '+0 days')),
  CHECK ("thanked_on" >= '1000-01-01'),
  CHECK ("thanked_on" <= '8999-12-31'),
  CHECK ("thanked_how" IN ('note', 'card', 'letter', 'call', 'in-person', 'message')),
  CHECK (length("thanks") >= 1),
  CHECK (length("thanks") <= 1000000),
  CHECK (direction = 'got' OR thanked_on IS NULL),
  CHECK (thanked_on IS NOT NULL OR (thanked_how IS NULL AND thanks IS NULL))
) STRICT;
INSERT INTO favor (id, uid, person_id, direction, text, date, meeting_id, thanked_on, thanked_how, thanks)
SELECT id, uid, person_id, direction, text, date, meeting_id, thanked_on, thanked_how, thanks FROM favor_before ORDER BY id;
DROP TABLE favor_before;
CREATE INDEX favor_meeting ON favor (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX favor_owed ON favor (date) WHERE direction = 'got' AND thanked_on IS NULL;
CREATE INDEX favor_person ON favor (person_id, date);
ALTER TABLE followup RENAME TO followup_before;
CREATE TABLE followup (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  person_id INTEGER NOT NULL,
  whose TEXT NOT NULL,
  text TEXT NOT NULL,
  promised_on TEXT NOT NULL,
  due_on TEXT,
  status TEXT NOT NULL,
  closed_on TEXT,
  meeting_id INTEGER,
  UNIQUE (uid),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK ("whose" IN ('mine', 'theirs')),
  CHECK (length("text") >= 1),
  CHECK (length("text") <= 1000000),
  CHECK ("promised_on" IS date("promised_on", '+0 days')),
  CHECK ("promised_on" >= '1000-01-01'),
  CHECK ("promised_on" <= '8999-12-31'),
  CHECK ("due_on" IS date("due_on", '+0 days')),
  CHECK ("due_on" >= '1000-01-01'),
  CHECK ("due_on" <= '8999-12-31'),
  CHECK ("status" IN ('open', 'done', 'dropped')),
  CHECK ("closed_on" IS date("closed_on", '+0 days')),
  CHECK ("closed_on" >= '1000-01-01'),
  CHECK ("closed_on" <= '8999-12-31'),
  CHECK ((status = 'open') = (closed_on IS NULL))
) STRICT;
INSERT INTO followup (id, uid, person_id, whose, text, promised_on, due_on, status, closed_on, meeting_id)
SELECT id, uid, person_id, whose, text, promised_on, due_on, status, closed_on, meeting_id FROM followup_before ORDER BY id;
DROP TABLE followup_before;
CREATE INDEX followup_meeting ON followup (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX followup_open ON followup (due_on) WHERE status = 'open';
CREATE INDEX followup_person ON followup (person_id);
CREATE TABLE interest (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  person_id INTEGER NOT NULL,
  topic_id INTEGER NOT NULL,
  noted_on TEXT NOT NULL,
  meeting_id INTEGER,
  UNIQUE (person_id, topic_id),
  UNIQUE (uid),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(topic_id) REFERENCES topic (id) ON DELETE CASCADE,
  FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK ("noted_on" IS date("noted_on", '+0 days')),
  CHECK ("noted_on" >= '1000-01-01'),
  CHECK ("noted_on" <= '8999-12-31')
) STRICT;
CREATE INDEX interest_meeting ON interest (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX interest_topic ON interest (topic_id);
CREATE TABLE introducer_done (
  meeting_id INTEGER NOT NULL,
  PRIMARY KEY (meeting_id),
  FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
ALTER TABLE introduction RENAME TO introduction_before;
CREATE TABLE introduction (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  a_id INTEGER NOT NULL,
  b_id INTEGER NOT NULL,
  date TEXT NOT NULL,
  outcome TEXT NOT NULL,
  because TEXT,
  UNIQUE (a_id, b_id),
  UNIQUE (uid),
  FOREIGN KEY(a_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(b_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK ("date" IS date("date", '+0 days')),
  CHECK ("date" >= '1000-01-01'),
  CHECK ("date" <= '8999-12-31'),
  CHECK ("outcome" IN ('offered', 'made', 'declined', 'dropped')),
  CHECK (length("because") >= 1),
  CHECK (length("because") <= 1000000),
  CHECK (a_id < b_id)
) STRICT;
INSERT INTO introduction (id, a_id, b_id, date, outcome, because)
SELECT id, a_id, b_id, date, outcome, because FROM introduction_before ORDER BY id;
DROP TABLE introduction_before;
CREATE INDEX introduction_b ON introduction (b_id);
CREATE TABLE job (
  id INTEGER NOT NULL,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  person_id INTEGER NOT NULL,
  org TEXT,
  department TEXT,
  title TEXT,
  since TEXT,
  until TEXT,
  PRIMARY KEY (id),
  UNIQUE (uid),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK (length("org") >= 1),
  CHECK (length("org") <= 200),
  CHECK (length("department") >= 1),
  CHECK (length("department") <= 200),
  CHECK (length("title") >= 1),
  CHECK (length("title") <= 200),
  CHECK ("since" IS date("since", '+0 days')),
  CHECK ("since" >= '1000-01-01'),
  CHECK ("since" <= '8999-12-31'),
  CHECK ("until" IS date("until", '+0 days')),
  CHECK ("until" >= '1000-01-01'),
  CHECK ("until" <= '8999-12-31'),
  CHECK (org IS NOT NULL OR department IS NOT NULL OR title IS NOT NULL),
  CHECK (since IS NULL OR until IS NULL OR until >= since)
) STRICT;
CREATE INDEX job_org ON job (org) WHERE org IS NOT NULL;
CREATE INDEX job_person ON job (person_id);
CREATE TABLE news (
  id INTEGER NOT NULL,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  person_id INTEGER NOT NULL,
  what TEXT NOT NULL,
  value TEXT NOT NULL,
  found_on TEXT NOT NULL,
  source TEXT,
  PRIMARY KEY (id),
  UNIQUE (person_id, what, value),
  UNIQUE (uid),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK ("what" IN ('org', 'department', 'title', 'place', 'address', 'email', 'phone')),
  CHECK (length("value") >= 1),
  CHECK (length("value") <= 2000),
  CHECK ("found_on" IS date("found_on", '+0 days')),
  CHECK ("found_on" >= '1000-01-01'),
  CHECK ("found_on" <= '8999-12-31'),
  CHECK (length("source") >= 1),
  CHECK (length("source") <= 200)
) STRICT;
CREATE INDEX news_found_on ON news (found_on);
CREATE TABLE not_common (
  person_id INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  PRIMARY KEY (person_id, "key"),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("key") >= 1),
  CHECK (length("key") <= 4000)
) WITHOUT ROWID, STRICT;
ALTER TABLE note RENAME TO note_before;
CREATE TABLE note (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  about TEXT NOT NULL,
  text TEXT NOT NULL,
  date TEXT NOT NULL,
  meeting_id INTEGER,
  UNIQUE (uid),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK ("about" IN ('family', 'values', 'goals', 'obstacles', 'aspirations', 'concerns', 'stories', 'interests', 'work')),
  CHECK (length("text") >= 1),
  CHECK (length("text") <= 1000000),
  CHECK ("date" IS date("date", '+0 days')),
  CHECK ("date" >= '1000-01-01'),
  CHECK ("date" <= '8999-12-31')
) STRICT;
INSERT INTO note (id, uid, person_id, about, text, date, meeting_id)
SELECT id, uid, person_id, about, text, date, meeting_id FROM note_before ORDER BY id;
DROP TABLE note_before;
CREATE INDEX note_meeting ON note (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX note_person ON note (person_id, date);
ALTER TABLE phone RENAME TO phone_before;
CREATE TABLE phone (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  number TEXT NOT NULL,
  "key" TEXT NOT NULL,
  label TEXT,
  PRIMARY KEY (id),
  UNIQUE (person_id, "key"),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("number") >= 1),
  CHECK (length("number") <= 2000),
  CHECK (length("key") >= 1),
  CHECK (length("key") <= 2000),
  CHECK (length("label") >= 1),
  CHECK (length("label") <= 200)
) STRICT;
INSERT OR IGNORE INTO phone (id, person_id, number, "key")
SELECT id, person_id, number, phone_key(number) FROM phone_before ORDER BY id;
DROP TABLE phone_before;
CREATE INDEX phone_key ON phone ("key");
CREATE TABLE "plan" (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  date TEXT NOT NULL,
  at TEXT,
  kind TEXT NOT NULL,
  place TEXT,
  event_id INTEGER,
  text TEXT,
  planned_on TEXT NOT NULL,
  status TEXT NOT NULL,
  closed_on TEXT,
  meeting_id INTEGER,
  source TEXT,
  sequence INTEGER,
  UNIQUE (uid),
  FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE SET NULL,
  FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
  UNIQUE (source),
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK ("date" IS date("date", '+0 days')),
  CHECK ("date" >= '1000-01-01'),
  CHECK ("date" <= '8999-12-31'),
  CHECK (("at" GLOB '[01][0-9]:[0-5][0-9]' OR "at" GLOB '2[0-3]:[0-5][0-9]')),
  CHECK ("kind" IN ('coffee', 'lunch', 'dinner', 'drinks', 'walk', 'activity', 'visit', 'meeting', 'event', 'call', 'video', 'email', 'message', 'letter')),
  CHECK (length("place") >= 1),
  CHECK (length("place") <= 200),
  CHECK (length("text") >= 1),
  CHECK (length("text") <= 1000000),
  CHECK ("planned_on" IS date("planned_on", '+0 days')),
  CHECK ("planned_on" >= '1000-01-01'),
  CHECK ("planned_on" <= '8999-12-31'),
  CHECK ("status" IN ('open', 'met', 'dropped')),
  CHECK ("closed_on" IS date("closed_on", '+0 days')),
  CHECK ("closed_on" >= '1000-01-01'),
  CHECK ("closed_on" <= '8999-12-31'),
  CHECK (length("source") >= 1),
  CHECK (length("source") <= 2000),
  CHECK ("sequence" >= 0),
  CHECK ((status = 'open') = (closed_on IS NULL))
) STRICT;
CREATE INDEX plan_event ON "plan" (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX plan_meeting ON "plan" (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX plan_open ON "plan" (date) WHERE status = 'open';
CREATE TABLE proposal_person (
  proposal_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  PRIMARY KEY (proposal_id, person_id),
  FOREIGN KEY(proposal_id) REFERENCES proposal (id) ON DELETE CASCADE,
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX proposal_person_person ON proposal_person (person_id);
ALTER TABLE request RENAME TO request_before;
CREATE TABLE request (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  person_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_on TEXT,
  reply TEXT,
  UNIQUE (uid),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK (length("text") >= 1),
  CHECK (length("text") <= 1000000),
  CHECK ("asked_on" IS date("asked_on", '+0 days')),
  CHECK ("asked_on" >= '1000-01-01'),
  CHECK ("asked_on" <= '8999-12-31'),
  CHECK ("answer" IN ('pending', 'yes', 'no', 'dropped')),
  CHECK ("answered_on" IS date("answered_on", '+0 days')),
  CHECK ("answered_on" >= '1000-01-01'),
  CHECK ("answered_on" <= '8999-12-31'),
  CHECK (length("reply") >= 1),
  CHECK (length("reply") <= 1000000),
  CHECK ((answer = 'pending') = (answered_on IS NULL))
) STRICT;
INSERT INTO request (id, uid, person_id, text, asked_on, answer, answered_on, reply)
SELECT id, uid, person_id, text, asked_on, answer, answered_on, reply FROM request_before ORDER BY id;
DROP TABLE request_before;
CREATE INDEX request_pending ON request (person_id) WHERE answer = 'pending';
CREATE INDEX request_person ON request (person_id);
ALTER TABLE strain RENAME TO strain_before;
CREATE TABLE strain (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  person_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  since TEXT NOT NULL,
  repaired_on TEXT,
  repair TEXT,
  UNIQUE (uid),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK (length("text") >= 1),
  CHECK (length("text") <= 1000000),
  CHECK ("since" IS date("since", '+0 days')),
  CHECK ("since" >= '1000-01-01'),
  CHECK ("since" <= '8999-12-31'),
  CHECK ("repaired_on" IS date("repaired_on", '+0 days')),
  CHECK ("repaired_on" >= '1000-01-01'),
  CHECK ("repaired_on" <= '8999-12-31'),
  CHECK (length("repair") >= 1),
  CHECK (length("repair") <= 1000000),
  CHECK (repaired_on IS NOT NULL OR repair IS NULL)
) STRICT;
INSERT INTO strain (id, uid, person_id, text, since, repaired_on, repair)
SELECT id, uid, person_id, text, since, repaired_on, repair FROM strain_before ORDER BY id;
DROP TABLE strain_before;
CREATE UNIQUE INDEX strain_open ON strain (person_id) WHERE repaired_on IS NULL;
CREATE INDEX strain_person ON strain (person_id);
CREATE TABLE thanks (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  person_id INTEGER NOT NULL,
  date TEXT NOT NULL,
  how TEXT,
  text TEXT,
  meeting_id INTEGER,
  UNIQUE (uid),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK ("date" IS date("date", '+0 days')),
  CHECK ("date" >= '1000-01-01'),
  CHECK ("date" <= '8999-12-31'),
  CHECK ("how" IN ('note', 'card', 'letter', 'call', 'in-person', 'message')),
  CHECK (length("text") >= 1),
  CHECK (length("text") <= 1000000)
) STRICT;
CREATE INDEX thanks_meeting ON thanks (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX thanks_person ON thanks (person_id, date);
CREATE TABLE tie (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  a_id INTEGER NOT NULL,
  b_id INTEGER,
  name TEXT,
  word TEXT NOT NULL,
  back TEXT NOT NULL,
  UNIQUE (a_id, b_id, word),
  UNIQUE (uid),
  FOREIGN KEY(a_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(b_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK (length("name") >= 1),
  CHECK (length("name") <= 200),
  CHECK (length("word") >= 1),
  CHECK (length("word") <= 200),
  CHECK (length("back") >= 1),
  CHECK (length("back") <= 200),
  CHECK ((b_id IS NULL) <> (name IS NULL)),
  CHECK (b_id IS NULL OR b_id <> a_id)
) STRICT;
CREATE INDEX tie_b ON tie (b_id);
CREATE TABLE plan_person (
  plan_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  PRIMARY KEY (plan_id, person_id),
  FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE,
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX plan_person_person ON plan_person (person_id);
-- Numbers that were given before are not given again: those of rows in the history too.
INSERT INTO sqlite_sequence (name, seq)
SELECT 'circle', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'circle');
INSERT INTO sqlite_sequence (name, seq)
SELECT 'event', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'event');
INSERT INTO sqlite_sequence (name, seq)
SELECT 'topic', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'topic');
INSERT INTO sqlite_sequence (name, seq)
SELECT 'meeting', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'meeting');
INSERT INTO sqlite_sequence (name, seq)
SELECT 'person', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'person');
INSERT INTO sqlite_sequence (name, seq)
SELECT 'commonality', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'commonality');
INSERT INTO sqlite_sequence (name, seq)
SELECT 'favor', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'favor');
INSERT INTO sqlite_sequence (name, seq)
SELECT 'followup', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'followup');
INSERT INTO sqlite_sequence (name, seq)
SELECT 'introduction', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'introduction');
INSERT INTO sqlite_sequence (name, seq)
SELECT 'note', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'note');
INSERT INTO sqlite_sequence (name, seq)
SELECT 'request', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'request');
INSERT INTO sqlite_sequence (name, seq)
SELECT 'strain', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'strain');
UPDATE sqlite_sequence SET seq = max(seq, coalesce(
  (SELECT max(json_extract("key", '$[0]')) FROM change WHERE change."of" = sqlite_sequence.name), 0));
DELETE FROM sqlite_sequence WHERE seq = 0;
INSERT INTO numbering (of, highest) SELECT name, number FROM (
  SELECT 'meeting' AS name, max(id) AS number FROM meeting
  UNION ALL SELECT 'note' AS name, max(id) AS number FROM note
  UNION ALL SELECT 'commonality' AS name, max(id) AS number FROM commonality
  UNION ALL SELECT 'favor' AS name, max(id) AS number FROM favor
  UNION ALL SELECT 'followup' AS name, max(id) AS number FROM followup
  UNION ALL SELECT 'request' AS name, max(id) AS number FROM request
  UNION ALL SELECT 'strain' AS name, max(id) AS number FROM strain
  UNION ALL SELECT 'introduction' AS name, max(id) AS number FROM introduction
  UNION ALL SELECT 'event' AS name, max(id) AS number FROM event
) WHERE number IS NOT NULL;
-- Rows of the history get what their tables have now, so that they can come back.
UPDATE change SET row = json_set(row, '$.uid', "of" || ':' || json_extract(row, '$.key'))
WHERE "of" IN ('circle', 'topic') AND op = 'removed';
UPDATE change SET row = json_set(row, '$.key', phone_key(json_extract(row, '$.number')))
WHERE "of" = 'phone' AND row IS NOT NULL;
-- A second way of writing a number that somebody had comes back no more: to take back that it was added, which it
-- becomes here, does nothing.
CREATE TEMP TABLE written AS
SELECT person_id, key, number, id FROM phone UNION
SELECT json_extract(row, '$.person_id'), json_extract(row, '$.key'), json_extract(row, '$.number'),
  json_extract(row, '$.id')
FROM change WHERE "of" = 'phone' AND row IS NOT NULL;
CREATE INDEX temp.written_key ON written (person_id, key, id);
UPDATE change SET op = 'added', row = NULL
WHERE "of" = 'phone' AND op = 'removed' AND EXISTS (
  SELECT 1 FROM written WHERE person_id = json_extract(row, '$.person_id') AND written.key = json_extract(row, '$.key')
    AND id < json_extract(row, '$.id') AND number <> json_extract(row, '$.number'));
DROP TABLE written;
-- The words of names and aliases, for names typed in part.
CREATE TRIGGER person_added_words AFTER INSERT ON person BEGIN
  DELETE FROM name_word WHERE person_id = new.id;
  INSERT OR IGNORE INTO name_word (word, person_id)
  SELECT word.value, owner.person_id
  FROM (
    SELECT id AS person_id, name_key AS names FROM person WHERE id = new.id
    UNION ALL SELECT person_id, key FROM alias WHERE person_id = new.id
  ) AS owner, json_each('[' || replace(json_quote(owner.names), ' ', '","') || ']') AS word;
END;
CREATE TRIGGER person_renamed_words AFTER UPDATE OF name_key ON person BEGIN
  DELETE FROM name_word WHERE person_id = new.id;
  INSERT OR IGNORE INTO name_word (word, person_id)
  SELECT word.value, owner.person_id
  FROM (
    SELECT id AS person_id, name_key AS names FROM person WHERE id = new.id
    UNION ALL SELECT person_id, key FROM alias WHERE person_id = new.id
  ) AS owner, json_each('[' || replace(json_quote(owner.names), ' ', '","') || ']') AS word;
END;
CREATE TRIGGER alias_added_words AFTER INSERT ON alias BEGIN
  INSERT OR IGNORE INTO name_word (word, person_id)
  SELECT word.value, new.person_id
  FROM json_each('[' || replace(json_quote(new.key), ' ', '","') || ']') AS word;
END;
CREATE TRIGGER alias_changed_words AFTER UPDATE OF key, person_id ON alias BEGIN
  DELETE FROM name_word WHERE person_id = old.person_id;
  INSERT OR IGNORE INTO name_word (word, person_id)
  SELECT word.value, owner.person_id
  FROM (
    SELECT id AS person_id, name_key AS names FROM person WHERE id = old.person_id
    UNION ALL SELECT person_id, key FROM alias WHERE person_id = old.person_id
  ) AS owner, json_each('[' || replace(json_quote(owner.names), ' ', '","') || ']') AS word;
  DELETE FROM name_word WHERE person_id = new.person_id;
  INSERT OR IGNORE INTO name_word (word, person_id)
  SELECT word.value, owner.person_id
  FROM (
    SELECT id AS person_id, name_key AS names FROM person WHERE id = new.person_id
    UNION ALL SELECT person_id, key FROM alias WHERE person_id = new.person_id
  ) AS owner, json_each('[' || replace(json_quote(owner.names), ' ', '","') || ']') AS word;
END;
CREATE TRIGGER alias_removed_words AFTER DELETE ON alias BEGIN
  DELETE FROM name_word WHERE person_id = old.person_id;
  INSERT OR IGNORE INTO name_word (word, person_id)
  SELECT word.value, owner.person_id
  FROM (
    SELECT id AS person_id, name_key AS names FROM person WHERE id = old.person_id
    UNION ALL SELECT person_id, key FROM alias WHERE person_id = old.person_id
  ) AS owner, json_each('[' || replace(json_quote(owner.names), ' ', '","') || ']') AS word;
END;
-- Date and human of an attendance are those of its meeting.
CREATE TRIGGER meeting_moved AFTER UPDATE OF date, kind ON meeting BEGIN
  UPDATE attendance SET date = new.date, human = new.human WHERE meeting_id = new.id;
END;
CREATE TRIGGER attendance_added AFTER INSERT ON attendance
WHEN NOT EXISTS (SELECT 1 FROM meeting WHERE id = new.meeting_id AND date = new.date AND human = new.human)
BEGIN
  UPDATE attendance
  SET (date, human) = (SELECT date, human FROM meeting WHERE id = new.meeting_id)
  WHERE meeting_id = new.meeting_id AND person_id = new.person_id;
END;
CREATE TRIGGER attendance_changed AFTER UPDATE OF date, human ON attendance
WHEN NOT EXISTS (SELECT 1 FROM meeting WHERE id = new.meeting_id AND date = new.date AND human = new.human)
BEGIN
  SELECT raise(ABORT, 'date and human of an attendance are those of its meeting');
END;
-- The day on which somebody was last met stands in their row.
CREATE TRIGGER person_added_last_met AFTER INSERT ON person BEGIN
  UPDATE person SET last_met_on = (SELECT max(date) FROM attendance WHERE person_id = person.id AND human = 1)
  WHERE id IN (new.id)
    AND last_met_on IS NOT (SELECT max(date) FROM attendance WHERE person_id = person.id AND human = 1);
END;
CREATE TRIGGER attendance_added_last_met AFTER INSERT ON attendance BEGIN
  UPDATE person SET last_met_on = (SELECT max(date) FROM attendance WHERE person_id = person.id AND human = 1)
  WHERE id IN (new.person_id)
    AND last_met_on IS NOT (SELECT max(date) FROM attendance WHERE person_id = person.id AND human = 1);
END;
CREATE TRIGGER attendance_moved_last_met AFTER UPDATE OF date, human, person_id ON attendance BEGIN
  UPDATE person SET last_met_on = (SELECT max(date) FROM attendance WHERE person_id = person.id AND human = 1)
  WHERE id IN (old.person_id, new.person_id)
    AND last_met_on IS NOT (SELECT max(date) FROM attendance WHERE person_id = person.id AND human = 1);
END;
CREATE TRIGGER attendance_removed_last_met AFTER DELETE ON attendance BEGIN
  UPDATE person SET last_met_on = (SELECT max(date) FROM attendance WHERE person_id = person.id AND human = 1)
  WHERE id IN (old.person_id)
    AND last_met_on IS NOT (SELECT max(date) FROM attendance WHERE person_id = person.id AND human = 1);
END;
-- The index of words.
CREATE TRIGGER person_added_search AFTER INSERT ON person BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 1, coalesce(new."name", '') || ' ' || coalesce(new."name_key", '') || ' ' || coalesce(new."handle", '') || ' ' || coalesce(new."org", '') || ' ' || coalesce(new."department", '') || ' ' || coalesce(new."title", '') || ' ' || coalesce(new."place", '') || ' ' || coalesce(new."how_met", '') || ' ' || coalesce(new."parted_why", ''));
END;
CREATE TRIGGER person_changed_search AFTER UPDATE OF "name", "name_key", "handle", "org", "department", "title", "place", "how_met", "parted_why" ON person
WHEN (old."name", old."name_key", old."handle", old."org", old."department", old."title", old."place", old."how_met", old."parted_why") IS NOT (new."name", new."name_key", new."handle", new."org", new."department", new."title", new."place", new."how_met", new."parted_why") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 1, coalesce(old."name", '') || ' ' || coalesce(old."name_key", '') || ' ' || coalesce(old."handle", '') || ' ' || coalesce(old."org", '') || ' ' || coalesce(old."department", '') || ' ' || coalesce(old."title", '') || ' ' || coalesce(old."place", '') || ' ' || coalesce(old."how_met", '') || ' ' || coalesce(old."parted_why", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 1, coalesce(new."name", '') || ' ' || coalesce(new."name_key", '') || ' ' || coalesce(new."handle", '') || ' ' || coalesce(new."org", '') || ' ' || coalesce(new."department", '') || ' ' || coalesce(new."title", '') || ' ' || coalesce(new."place", '') || ' ' || coalesce(new."how_met", '') || ' ' || coalesce(new."parted_why", ''));
END;
CREATE TRIGGER person_removed_search AFTER DELETE ON person BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 1, coalesce(old."name", '') || ' ' || coalesce(old."name_key", '') || ' ' || coalesce(old."handle", '') || ' ' || coalesce(old."org", '') || ' ' || coalesce(old."department", '') || ' ' || coalesce(old."title", '') || ' ' || coalesce(old."place", '') || ' ' || coalesce(old."how_met", '') || ' ' || coalesce(old."parted_why", ''));
END;
CREATE TRIGGER alias_added_search AFTER INSERT ON alias BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 2, coalesce(new."name", '') || ' ' || coalesce(new."key", ''));
END;
CREATE TRIGGER alias_changed_search AFTER UPDATE OF "name", "key" ON alias
WHEN (old."name", old."key") IS NOT (new."name", new."key") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 2, coalesce(old."name", '') || ' ' || coalesce(old."key", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 2, coalesce(new."name", '') || ' ' || coalesce(new."key", ''));
END;
CREATE TRIGGER alias_removed_search AFTER DELETE ON alias BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 2, coalesce(old."name", '') || ' ' || coalesce(old."key", ''));
END;
CREATE TRIGGER email_added_search AFTER INSERT ON email BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 3, coalesce(new."address", ''));
END;
CREATE TRIGGER email_changed_search AFTER UPDATE OF "address" ON email
WHEN (old."address") IS NOT (new."address") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 3, coalesce(old."address", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 3, coalesce(new."address", ''));
END;
CREATE TRIGGER email_removed_search AFTER DELETE ON email BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 3, coalesce(old."address", ''));
END;
CREATE TRIGGER phone_added_search AFTER INSERT ON phone BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 4, coalesce(new."number", ''));
END;
CREATE TRIGGER phone_changed_search AFTER UPDATE OF "number" ON phone
WHEN (old."number") IS NOT (new."number") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 4, coalesce(old."number", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 4, coalesce(new."number", ''));
END;
CREATE TRIGGER phone_removed_search AFTER DELETE ON phone BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 4, coalesce(old."number", ''));
END;
CREATE TRIGGER url_added_search AFTER INSERT ON url BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 5, coalesce(new."address", ''));
END;
CREATE TRIGGER url_changed_search AFTER UPDATE OF "address" ON url
WHEN (old."address") IS NOT (new."address") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 5, coalesce(old."address", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 5, coalesce(new."address", ''));
END;
CREATE TRIGGER url_removed_search AFTER DELETE ON url BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 5, coalesce(old."address", ''));
END;
CREATE TRIGGER tag_added_search AFTER INSERT ON tag BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 6, coalesce(new."name", '') || ' ' || coalesce(new."key", ''));
END;
CREATE TRIGGER tag_changed_search AFTER UPDATE OF "name", "key" ON tag
WHEN (old."name", old."key") IS NOT (new."name", new."key") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 6, coalesce(old."name", '') || ' ' || coalesce(old."key", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 6, coalesce(new."name", '') || ' ' || coalesce(new."key", ''));
END;
CREATE TRIGGER tag_removed_search AFTER DELETE ON tag BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 6, coalesce(old."name", '') || ' ' || coalesce(old."key", ''));
END;
CREATE TRIGGER meeting_added_search AFTER INSERT ON meeting BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 7, coalesce(new."kind", '') || ' ' || coalesce(new."place", '') || ' ' || coalesce(new."summary", '') || ' ' || coalesce(new."fleeting", ''));
END;
CREATE TRIGGER meeting_changed_search AFTER UPDATE OF "kind", "place", "summary", "fleeting" ON meeting
WHEN (old."kind", old."place", old."summary", old."fleeting") IS NOT (new."kind", new."place", new."summary", new."fleeting") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 7, coalesce(old."kind", '') || ' ' || coalesce(old."place", '') || ' ' || coalesce(old."summary", '') || ' ' || coalesce(old."fleeting", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 7, coalesce(new."kind", '') || ' ' || coalesce(new."place", '') || ' ' || coalesce(new."summary", '') || ' ' || coalesce(new."fleeting", ''));
END;
CREATE TRIGGER meeting_removed_search AFTER DELETE ON meeting BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 7, coalesce(old."kind", '') || ' ' || coalesce(old."place", '') || ' ' || coalesce(old."summary", '') || ' ' || coalesce(old."fleeting", ''));
END;
CREATE TRIGGER event_added_search AFTER INSERT ON event BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 8, coalesce(new."name", '') || ' ' || coalesce(new."key", '') || ' ' || coalesce(new."place", '') || ' ' || coalesce(new."host", ''));
END;
CREATE TRIGGER event_changed_search AFTER UPDATE OF "name", "key", "place", "host" ON event
WHEN (old."name", old."key", old."place", old."host") IS NOT (new."name", new."key", new."place", new."host") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 8, coalesce(old."name", '') || ' ' || coalesce(old."key", '') || ' ' || coalesce(old."place", '') || ' ' || coalesce(old."host", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 8, coalesce(new."name", '') || ' ' || coalesce(new."key", '') || ' ' || coalesce(new."place", '') || ' ' || coalesce(new."host", ''));
END;
CREATE TRIGGER event_removed_search AFTER DELETE ON event BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 8, coalesce(old."name", '') || ' ' || coalesce(old."key", '') || ' ' || coalesce(old."place", '') || ' ' || coalesce(old."host", ''));
END;
CREATE TRIGGER topic_added_search AFTER INSERT ON topic BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 9, coalesce(new."name", '') || ' ' || coalesce(new."key", ''));
END;
CREATE TRIGGER topic_changed_search AFTER UPDATE OF "name", "key" ON topic
WHEN (old."name", old."key") IS NOT (new."name", new."key") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 9, coalesce(old."name", '') || ' ' || coalesce(old."key", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 9, coalesce(new."name", '') || ' ' || coalesce(new."key", ''));
END;
CREATE TRIGGER topic_removed_search AFTER DELETE ON topic BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 9, coalesce(old."name", '') || ' ' || coalesce(old."key", ''));
END;
CREATE TRIGGER commonality_added_search AFTER INSERT ON commonality BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 10, coalesce(new."detail", ''));
END;
CREATE TRIGGER commonality_changed_search AFTER UPDATE OF "detail" ON commonality
WHEN (old."detail") IS NOT (new."detail") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 10, coalesce(old."detail", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 10, coalesce(new."detail", ''));
END;
CREATE TRIGGER commonality_removed_search AFTER DELETE ON commonality BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 10, coalesce(old."detail", ''));
END;
CREATE TRIGGER note_added_search AFTER INSERT ON note BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 11, coalesce(new."about", '') || ' ' || coalesce(new."text", ''));
END;
CREATE TRIGGER note_changed_search AFTER UPDATE OF "about", "text" ON note
WHEN (old."about", old."text") IS NOT (new."about", new."text") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 11, coalesce(old."about", '') || ' ' || coalesce(old."text", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 11, coalesce(new."about", '') || ' ' || coalesce(new."text", ''));
END;
CREATE TRIGGER note_removed_search AFTER DELETE ON note BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 11, coalesce(old."about", '') || ' ' || coalesce(old."text", ''));
END;
CREATE TRIGGER favor_added_search AFTER INSERT ON favor BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 12, coalesce(new."text", '') || ' ' || coalesce(new."thanks", ''));
END;
CREATE TRIGGER favor_changed_search AFTER UPDATE OF "text", "thanks" ON favor
WHEN (old."text", old."thanks") IS NOT (new."text", new."thanks") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 12, coalesce(old."text", '') || ' ' || coalesce(old."thanks", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 12, coalesce(new."text", '') || ' ' || coalesce(new."thanks", ''));
END;
CREATE TRIGGER favor_removed_search AFTER DELETE ON favor BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 12, coalesce(old."text", '') || ' ' || coalesce(old."thanks", ''));
END;
CREATE TRIGGER followup_added_search AFTER INSERT ON followup BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 13, coalesce(new."text", ''));
END;
CREATE TRIGGER followup_changed_search AFTER UPDATE OF "text" ON followup
WHEN (old."text") IS NOT (new."text") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 13, coalesce(old."text", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 13, coalesce(new."text", ''));
END;
CREATE TRIGGER followup_removed_search AFTER DELETE ON followup BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 13, coalesce(old."text", ''));
END;
CREATE TRIGGER request_added_search AFTER INSERT ON request BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 14, coalesce(new."text", '') || ' ' || coalesce(new."reply", ''));
END;
CREATE TRIGGER request_changed_search AFTER UPDATE OF "text", "reply" ON request
WHEN (old."text", old."reply") IS NOT (new."text", new."reply") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 14, coalesce(old."text", '') || ' ' || coalesce(old."reply", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 14, coalesce(new."text", '') || ' ' || coalesce(new."reply", ''));
END;
CREATE TRIGGER request_removed_search AFTER DELETE ON request BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 14, coalesce(old."text", '') || ' ' || coalesce(old."reply", ''));
END;
CREATE TRIGGER strain_added_search AFTER INSERT ON strain BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 15, coalesce(new."text", '') || ' ' || coalesce(new."repair", ''));
END;
CREATE TRIGGER strain_changed_search AFTER UPDATE OF "text", "repair" ON strain
WHEN (old."text", old."repair") IS NOT (new."text", new."repair") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 15, coalesce(old."text", '') || ' ' || coalesce(old."repair", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 15, coalesce(new."text", '') || ' ' || coalesce(new."repair", ''));
END;
CREATE TRIGGER strain_removed_search AFTER DELETE ON strain BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 15, coalesce(old."text", '') || ' ' || coalesce(old."repair", ''));
END;
CREATE TRIGGER introduction_added_search AFTER INSERT ON introduction BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 16, coalesce(new."because", ''));
END;
CREATE TRIGGER introduction_changed_search AFTER UPDATE OF "because" ON introduction
WHEN (old."because") IS NOT (new."because") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 16, coalesce(old."because", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 16, coalesce(new."because", ''));
END;
CREATE TRIGGER introduction_removed_search AFTER DELETE ON introduction BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 16, coalesce(old."because", ''));
END;
CREATE TRIGGER farewell_added_search AFTER INSERT ON farewell BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 17, coalesce(new."org", '') || ' ' || coalesce(new."circle", '') || ' ' || coalesce(new."tag", '') || ' ' || coalesce(new."why", ''));
END;
CREATE TRIGGER farewell_changed_search AFTER UPDATE OF "org", "circle", "tag", "why" ON farewell
WHEN (old."org", old."circle", old."tag", old."why") IS NOT (new."org", new."circle", new."tag", new."why") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 17, coalesce(old."org", '') || ' ' || coalesce(old."circle", '') || ' ' || coalesce(old."tag", '') || ' ' || coalesce(old."why", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 17, coalesce(new."org", '') || ' ' || coalesce(new."circle", '') || ' ' || coalesce(new."tag", '') || ' ' || coalesce(new."why", ''));
END;
CREATE TRIGGER farewell_removed_search AFTER DELETE ON farewell BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 17, coalesce(old."org", '') || ' ' || coalesce(old."circle", '') || ' ' || coalesce(old."tag", '') || ' ' || coalesce(old."why", ''));
END;
CREATE TRIGGER circle_added_search AFTER INSERT ON circle BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 18, coalesce(new."name", '') || ' ' || coalesce(new."key", '') || ' ' || coalesce(new."description", ''));
END;
CREATE TRIGGER circle_changed_search AFTER UPDATE OF "name", "key", "description" ON circle
WHEN (old."name", old."key", old."description") IS NOT (new."name", new."key", new."description") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 18, coalesce(old."name", '') || ' ' || coalesce(old."key", '') || ' ' || coalesce(old."description", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 18, coalesce(new."name", '') || ' ' || coalesce(new."key", '') || ' ' || coalesce(new."description", ''));
END;
CREATE TRIGGER circle_removed_search AFTER DELETE ON circle BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 18, coalesce(old."name", '') || ' ' || coalesce(old."key", '') || ' ' || coalesce(old."description", ''));
END;
CREATE TRIGGER address_added_search AFTER INSERT ON address BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 19, coalesce(new."text", ''));
END;
CREATE TRIGGER address_changed_search AFTER UPDATE OF "text" ON address
WHEN (old."text") IS NOT (new."text") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 19, coalesce(old."text", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 19, coalesce(new."text", ''));
END;
CREATE TRIGGER address_removed_search AFTER DELETE ON address BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 19, coalesce(old."text", ''));
END;
CREATE TRIGGER tie_added_search AFTER INSERT ON tie BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 20, coalesce(new."word", '') || ' ' || coalesce(new."back", '') || ' ' || coalesce(new."name", ''));
END;
CREATE TRIGGER tie_changed_search AFTER UPDATE OF "word", "back", "name" ON tie
WHEN (old."word", old."back", old."name") IS NOT (new."word", new."back", new."name") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 20, coalesce(old."word", '') || ' ' || coalesce(old."back", '') || ' ' || coalesce(old."name", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 20, coalesce(new."word", '') || ' ' || coalesce(new."back", '') || ' ' || coalesce(new."name", ''));
END;
CREATE TRIGGER tie_removed_search AFTER DELETE ON tie BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 20, coalesce(old."word", '') || ' ' || coalesce(old."back", '') || ' ' || coalesce(old."name", ''));
END;
CREATE TRIGGER plan_added_search AFTER INSERT ON plan BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 21, coalesce(new."kind", '') || ' ' || coalesce(new."place", '') || ' ' || coalesce(new."text", ''));
END;
CREATE TRIGGER plan_changed_search AFTER UPDATE OF "kind", "place", "text" ON plan
WHEN (old."kind", old."place", old."text") IS NOT (new."kind", new."place", new."text") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 21, coalesce(old."kind", '') || ' ' || coalesce(old."place", '') || ' ' || coalesce(old."text", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 21, coalesce(new."kind", '') || ' ' || coalesce(new."place", '') || ' ' || coalesce(new."text", ''));
END;
CREATE TRIGGER plan_removed_search AFTER DELETE ON plan BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 21, coalesce(old."kind", '') || ' ' || coalesce(old."place", '') || ' ' || coalesce(old."text", ''));
END;
CREATE TRIGGER job_added_search AFTER INSERT ON job BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 22, coalesce(new."org", '') || ' ' || coalesce(new."department", '') || ' ' || coalesce(new."title", ''));
END;
CREATE TRIGGER job_changed_search AFTER UPDATE OF "org", "department", "title" ON job
WHEN (old."org", old."department", old."title") IS NOT (new."org", new."department", new."title") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 22, coalesce(old."org", '') || ' ' || coalesce(old."department", '') || ' ' || coalesce(old."title", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 22, coalesce(new."org", '') || ' ' || coalesce(new."department", '') || ' ' || coalesce(new."title", ''));
END;
CREATE TRIGGER job_removed_search AFTER DELETE ON job BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 22, coalesce(old."org", '') || ' ' || coalesce(old."department", '') || ' ' || coalesce(old."title", ''));
END;
CREATE TRIGGER thanks_added_search AFTER INSERT ON thanks BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 23, coalesce(new."how", '') || ' ' || coalesce(new."text", ''));
END;
CREATE TRIGGER thanks_changed_search AFTER UPDATE OF "how", "text" ON thanks
WHEN (old."how", old."text") IS NOT (new."how", new."text") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 23, coalesce(old."how", '') || ' ' || coalesce(old."text", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 23, coalesce(new."how", '') || ' ' || coalesce(new."text", ''));
END;
CREATE TRIGGER thanks_removed_search AFTER DELETE ON thanks BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 23, coalesce(old."how", '') || ' ' || coalesce(old."text", ''));
END;
CREATE TRIGGER news_added_search AFTER INSERT ON news BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 24, coalesce(new."value", ''));
END;
CREATE TRIGGER news_changed_search AFTER UPDATE OF "value" ON news
WHEN (old."value") IS NOT (new."value") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 24, coalesce(old."value", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 24, coalesce(new."value", ''));
END;
CREATE TRIGGER news_removed_search AFTER DELETE ON news BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 24, coalesce(old."value", ''));
END;
CREATE TRIGGER proposal_added_search AFTER INSERT ON proposal BEGIN
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 25, coalesce(new."place", '') || ' ' || coalesce(new."summary", ''));
END;
CREATE TRIGGER proposal_changed_search AFTER UPDATE OF "place", "summary" ON proposal
WHEN (old."place", old."summary") IS NOT (new."place", new."summary") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 25, coalesce(old."place", '') || ' ' || coalesce(old."summary", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 25, coalesce(new."place", '') || ' ' || coalesce(new."summary", ''));
END;
CREATE TRIGGER proposal_removed_search AFTER DELETE ON proposal BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 25, coalesce(old."place", '') || ' ' || coalesce(old."summary", ''));
END;
-- How each change is taken back.
CREATE TRIGGER circle_added_history AFTER INSERT ON circle BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('circle', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER circle_changed_history AFTER UPDATE OF "id", "uid", "name", "key", "cadence", "description" ON circle
WHEN (old."id", old."uid", old."name", old."key", old."cadence", old."description") IS NOT (new."id", new."uid", new."name", new."key", new."cadence", new."description") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('circle', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'name', old."name", 'key', old."key", 'cadence', old."cadence", 'description', old."description"));
END;
CREATE TRIGGER circle_removed_history AFTER DELETE ON circle BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('circle', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'name', old."name", 'key', old."key", 'cadence', old."cadence", 'description', old."description"));
END;
CREATE TRIGGER event_added_history AFTER INSERT ON event BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('event', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER event_changed_history AFTER UPDATE OF "id", "uid", "name", "key", "starts_on", "ends_on", "goal", "place", "host" ON event
WHEN (old."id", old."uid", old."name", old."key", old."starts_on", old."ends_on", old."goal", old."place", old."host") IS NOT (new."id", new."uid", new."name", new."key", new."starts_on", new."ends_on", new."goal", new."place", new."host") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('event', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'name', old."name", 'key', old."key", 'starts_on', old."starts_on", 'ends_on', old."ends_on", 'goal', old."goal", 'place', old."place", 'host', old."host"));
END;
CREATE TRIGGER event_removed_history AFTER DELETE ON event BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('event', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'name', old."name", 'key', old."key", 'starts_on', old."starts_on", 'ends_on', old."ends_on", 'goal', old."goal", 'place', old."place", 'host', old."host"));
END;
CREATE TRIGGER farewell_added_history AFTER INSERT ON farewell BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('farewell', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER farewell_changed_history AFTER UPDATE OF "id", "uid", "org", "date", "why", "circle", "tag" ON farewell
WHEN (old."id", old."uid", old."org", old."date", old."why", old."circle", old."tag") IS NOT (new."id", new."uid", new."org", new."date", new."why", new."circle", new."tag") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('farewell', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'org', old."org", 'date', old."date", 'why', old."why", 'circle', old."circle", 'tag', old."tag"));
END;
CREATE TRIGGER farewell_removed_history AFTER DELETE ON farewell BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('farewell', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'org', old."org", 'date', old."date", 'why', old."why", 'circle', old."circle", 'tag', old."tag"));
END;
CREATE TRIGGER numbering_added_history AFTER INSERT ON numbering BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('numbering', 'added', json_array(new."of"), NULL);
END;
CREATE TRIGGER numbering_changed_history AFTER UPDATE OF "of", "highest" ON numbering
WHEN (old."of", old."highest") IS NOT (new."of", new."highest") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('numbering', 'changed', json_array(new."of"), json_object('of', old."of", 'highest', old."highest"));
END;
CREATE TRIGGER numbering_removed_history AFTER DELETE ON numbering BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('numbering', 'removed', json_array(old."of"), json_object('of', old."of", 'highest', old."highest"));
END;
CREATE TRIGGER proposal_added_history AFTER INSERT ON proposal BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('proposal', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER proposal_changed_history AFTER UPDATE OF "id", "uid", "key", "source", "series", "date", "at", "kind", "minutes", "place", "summary", "coming", "answer", "answered_on" ON proposal
WHEN (old."id", old."uid", old."key", old."source", old."series", old."date", old."at", old."kind", old."minutes", old."place", old."summary", old."coming", old."answer", old."answered_on") IS NOT (new."id", new."uid", new."key", new."source", new."series", new."date", new."at", new."kind", new."minutes", new."place", new."summary", new."coming", new."answer", new."answered_on") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('proposal', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'key', old."key", 'source', old."source", 'series', old."series", 'date', old."date", 'at', old."at", 'kind', old."kind", 'minutes', old."minutes", 'place', old."place", 'summary', old."summary", 'coming', old."coming", 'answer', old."answer", 'answered_on', old."answered_on"));
END;
CREATE TRIGGER proposal_removed_history AFTER DELETE ON proposal BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('proposal', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'key', old."key", 'source', old."source", 'series', old."series", 'date', old."date", 'at', old."at", 'kind', old."kind", 'minutes', old."minutes", 'place', old."place", 'summary', old."summary", 'coming', old."coming", 'answer', old."answer", 'answered_on', old."answered_on"));
END;
CREATE TRIGGER setting_added_history AFTER INSERT ON setting BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('setting', 'added', json_array(new."name"), NULL);
END;
CREATE TRIGGER setting_changed_history AFTER UPDATE OF "name", "value" ON setting
WHEN (old."name", old."value") IS NOT (new."name", new."value") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('setting', 'changed', json_array(new."name"), json_object('name', old."name", 'value', old."value"));
END;
CREATE TRIGGER setting_removed_history AFTER DELETE ON setting BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('setting', 'removed', json_array(old."name"), json_object('name', old."name", 'value', old."value"));
END;
CREATE TRIGGER topic_added_history AFTER INSERT ON topic BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('topic', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER topic_changed_history AFTER UPDATE OF "id", "uid", "name", "key" ON topic
WHEN (old."id", old."uid", old."name", old."key") IS NOT (new."id", new."uid", new."name", new."key") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('topic', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'name', old."name", 'key', old."key"));
END;
CREATE TRIGGER topic_removed_history AFTER DELETE ON topic BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('topic', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'name', old."name", 'key', old."key"));
END;
CREATE TRIGGER meeting_added_history AFTER INSERT ON meeting BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('meeting', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER meeting_changed_history AFTER UPDATE OF "id", "uid", "date", "kind", "minutes", "place", "event_id", "summary", "fleeting" ON meeting
WHEN (old."id", old."uid", old."date", old."kind", old."minutes", old."place", old."event_id", old."summary", old."fleeting") IS NOT (new."id", new."uid", new."date", new."kind", new."minutes", new."place", new."event_id", new."summary", new."fleeting") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('meeting', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'date', old."date", 'kind', old."kind", 'minutes', old."minutes", 'place', old."place", 'event_id', old."event_id", 'summary', old."summary", 'fleeting', old."fleeting"));
END;
CREATE TRIGGER meeting_removed_history AFTER DELETE ON meeting BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('meeting', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'date', old."date", 'kind', old."kind", 'minutes', old."minutes", 'place', old."place", 'event_id', old."event_id", 'summary', old."summary", 'fleeting', old."fleeting"));
END;
CREATE TRIGGER person_added_history AFTER INSERT ON person BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('person', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER person_changed_history AFTER UPDATE OF "id", "uid", "handle", "name", "name_key", "circle_id", "cadence", "org", "department", "title", "place", "birthday", "known_since", "how_met", "introduced_by_id", "added_on", "paused_on", "paused_until", "parted_on", "parted_why", "start_on", "last_contact_on", "me" ON person
WHEN (old."id", old."uid", old."handle", old."name", old."name_key", old."circle_id", old."cadence", old."org", old."department", old."title", old."place", old."birthday", old."known_since", old."how_met", old."introduced_by_id", old."added_on", old."paused_on", old."paused_until", old."parted_on", old."parted_why", old."start_on", old."last_contact_on", old."me") IS NOT (new."id", new."uid", new."handle", new."name", new."name_key", new."circle_id", new."cadence", new."org", new."department", new."title", new."place", new."birthday", new."known_since", new."how_met", new."introduced_by_id", new."added_on", new."paused_on", new."paused_until", new."parted_on", new."parted_why", new."start_on", new."last_contact_on", new."me") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('person', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'handle', old."handle", 'name', old."name", 'name_key', old."name_key", 'circle_id', old."circle_id", 'cadence', old."cadence", 'org', old."org", 'department', old."department", 'title', old."title", 'place', old."place", 'birthday', old."birthday", 'known_since', old."known_since", 'how_met', old."how_met", 'introduced_by_id', old."introduced_by_id", 'added_on', old."added_on", 'paused_on', old."paused_on", 'paused_until', old."paused_until", 'parted_on', old."parted_on", 'parted_why', old."parted_why", 'start_on', old."start_on", 'last_contact_on', old."last_contact_on", 'me', old."me"));
END;
CREATE TRIGGER person_removed_history AFTER DELETE ON person BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('person', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'handle', old."handle", 'name', old."name", 'name_key', old."name_key", 'circle_id', old."circle_id", 'cadence', old."cadence", 'org', old."org", 'department', old."department", 'title', old."title", 'place', old."place", 'birthday', old."birthday", 'known_since', old."known_since", 'how_met', old."how_met", 'introduced_by_id', old."introduced_by_id", 'added_on', old."added_on", 'paused_on', old."paused_on", 'paused_until', old."paused_until", 'parted_on', old."parted_on", 'parted_why', old."parted_why", 'start_on', old."start_on", 'last_contact_on', old."last_contact_on", 'me', old."me", 'last_met_on', old."last_met_on"));
END;
CREATE TRIGGER address_added_history AFTER INSERT ON address BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('address', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER address_changed_history AFTER UPDATE OF "id", "person_id", "text", "key", "label", "street", "town", "region", "code", "country" ON address
WHEN (old."id", old."person_id", old."text", old."key", old."label", old."street", old."town", old."region", old."code", old."country") IS NOT (new."id", new."person_id", new."text", new."key", new."label", new."street", new."town", new."region", new."code", new."country") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('address', 'changed', json_array(new."id"), json_object('id', old."id", 'person_id', old."person_id", 'text', old."text", 'key', old."key", 'label', old."label", 'street', old."street", 'town', old."town", 'region', old."region", 'code', old."code", 'country', old."country"));
END;
CREATE TRIGGER address_removed_history AFTER DELETE ON address BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('address', 'removed', json_array(old."id"), json_object('id', old."id", 'person_id', old."person_id", 'text', old."text", 'key', old."key", 'label', old."label", 'street', old."street", 'town', old."town", 'region', old."region", 'code', old."code", 'country', old."country"));
END;
CREATE TRIGGER alias_added_history AFTER INSERT ON alias BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('alias', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER alias_changed_history AFTER UPDATE OF "id", "person_id", "name", "key" ON alias
WHEN (old."id", old."person_id", old."name", old."key") IS NOT (new."id", new."person_id", new."name", new."key") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('alias', 'changed', json_array(new."id"), json_object('id', old."id", 'person_id', old."person_id", 'name', old."name", 'key', old."key"));
END;
CREATE TRIGGER alias_removed_history AFTER DELETE ON alias BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('alias', 'removed', json_array(old."id"), json_object('id', old."id", 'person_id', old."person_id", 'name', old."name", 'key', old."key"));
END;
CREATE TRIGGER attendance_added_history AFTER INSERT ON attendance BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('attendance', 'added', json_array(new."meeting_id", new."person_id"), NULL);
END;
CREATE TRIGGER attendance_changed_history AFTER UPDATE OF "meeting_id", "person_id" ON attendance
WHEN (old."meeting_id", old."person_id") IS NOT (new."meeting_id", new."person_id") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('attendance', 'changed', json_array(new."meeting_id", new."person_id"), json_object('meeting_id', old."meeting_id", 'person_id', old."person_id"));
END;
CREATE TRIGGER attendance_removed_history AFTER DELETE ON attendance BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('attendance', 'removed', json_array(old."meeting_id", old."person_id"), json_object('meeting_id', old."meeting_id", 'person_id', old."person_id", 'date', old."date", 'human', old."human"));
END;
CREATE TRIGGER carried_added_history AFTER INSERT ON carried BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('carried', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER carried_changed_history AFTER UPDATE OF "id", "person_id", "line" ON carried
WHEN (old."id", old."person_id", old."line") IS NOT (new."id", new."person_id", new."line") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('carried', 'changed', json_array(new."id"), json_object('id', old."id", 'person_id', old."person_id", 'line', old."line"));
END;
CREATE TRIGGER carried_removed_history AFTER DELETE ON carried BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('carried', 'removed', json_array(old."id"), json_object('id', old."id", 'person_id', old."person_id", 'line', old."line"));
END;
CREATE TRIGGER commonality_added_history AFTER INSERT ON commonality BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('commonality', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER commonality_changed_history AFTER UPDATE OF "id", "person_id", "topic_id", "found_on", "meeting_id", "detail" ON commonality
WHEN (old."id", old."person_id", old."topic_id", old."found_on", old."meeting_id", old."detail") IS NOT (new."id", new."person_id", new."topic_id", new."found_on", new."meeting_id", new."detail") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('commonality', 'changed', json_array(new."id"), json_object('id', old."id", 'person_id', old."person_id", 'topic_id', old."topic_id", 'found_on', old."found_on", 'meeting_id', old."meeting_id", 'detail', old."detail"));
END;
CREATE TRIGGER commonality_removed_history AFTER DELETE ON commonality BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('commonality', 'removed', json_array(old."id"), json_object('id', old."id", 'person_id', old."person_id", 'topic_id', old."topic_id", 'found_on', old."found_on", 'meeting_id', old."meeting_id", 'detail', old."detail"));
END;
CREATE TRIGGER email_added_history AFTER INSERT ON email BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('email', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER email_changed_history AFTER UPDATE OF "id", "person_id", "address", "key", "label" ON email
WHEN (old."id", old."person_id", old."address", old."key", old."label") IS NOT (new."id", new."person_id", new."address", new."key", new."label") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('email', 'changed', json_array(new."id"), json_object('id', old."id", 'person_id', old."person_id", 'address', old."address", 'key', old."key", 'label', old."label"));
END;
CREATE TRIGGER email_removed_history AFTER DELETE ON email BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('email', 'removed', json_array(old."id"), json_object('id', old."id", 'person_id', old."person_id", 'address', old."address", 'key', old."key", 'label', old."label"));
END;
CREATE TRIGGER expected_added_history AFTER INSERT ON expected BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('expected', 'added', json_array(new."event_id", new."person_id"), NULL);
END;
CREATE TRIGGER expected_changed_history AFTER UPDATE OF "event_id", "person_id" ON expected
WHEN (old."event_id", old."person_id") IS NOT (new."event_id", new."person_id") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('expected', 'changed', json_array(new."event_id", new."person_id"), json_object('event_id', old."event_id", 'person_id', old."person_id"));
END;
CREATE TRIGGER expected_removed_history AFTER DELETE ON expected BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('expected', 'removed', json_array(old."event_id", old."person_id"), json_object('event_id', old."event_id", 'person_id', old."person_id"));
END;
CREATE TRIGGER farewell_person_added_history AFTER INSERT ON farewell_person BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('farewell_person', 'added', json_array(new."farewell_id", new."person_id"), NULL);
END;
CREATE TRIGGER farewell_person_changed_history AFTER UPDATE OF "farewell_id", "person_id", "seen_on" ON farewell_person
WHEN (old."farewell_id", old."person_id", old."seen_on") IS NOT (new."farewell_id", new."person_id", new."seen_on") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('farewell_person', 'changed', json_array(new."farewell_id", new."person_id"), json_object('farewell_id', old."farewell_id", 'person_id', old."person_id", 'seen_on', old."seen_on"));
END;
CREATE TRIGGER farewell_person_removed_history AFTER DELETE ON farewell_person BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('farewell_person', 'removed', json_array(old."farewell_id", old."person_id"), json_object('farewell_id', old."farewell_id", 'person_id', old."person_id", 'seen_on', old."seen_on"));
END;
CREATE TRIGGER favor_added_history AFTER INSERT ON favor BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('favor', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER favor_changed_history AFTER UPDATE OF "id", "uid", "person_id", "direction", "text", "date", "meeting_id", "thanked_on", "thanked_how", "thanks" ON favor
WHEN (old."id", old."uid", old."person_id", old."direction", old."text", old."date", old."meeting_id", old."thanked_on", old."thanked_how", old."thanks") IS NOT (new."id", new."uid", new."person_id", new."direction", new."text", new."date", new."meeting_id", new."thanked_on", new."thanked_how", new."thanks") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('favor', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'direction', old."direction", 'text', old."text", 'date', old."date", 'meeting_id', old."meeting_id", 'thanked_on', old."thanked_on", 'thanked_how', old."thanked_how", 'thanks', old."thanks"));
END;
CREATE TRIGGER favor_removed_history AFTER DELETE ON favor BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('favor', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'direction', old."direction", 'text', old."text", 'date', old."date", 'meeting_id', old."meeting_id", 'thanked_on', old."thanked_on", 'thanked_how', old."thanked_how", 'thanks', old."thanks"));
END;
CREATE TRIGGER followup_added_history AFTER INSERT ON followup BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('followup', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER followup_changed_history AFTER UPDATE OF "id", "uid", "person_id", "whose", "text", "promised_on", "due_on", "status", "closed_on", "meeting_id" ON followup
WHEN (old."id", old."uid", old."person_id", old."whose", old."text", old."promised_on", old."due_on", old."status", old."closed_on", old."meeting_id") IS NOT (new."id", new."uid", new."person_id", new."whose", new."text", new."promised_on", new."due_on", new."status", new."closed_on", new."meeting_id") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('followup', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'whose', old."whose", 'text', old."text", 'promised_on', old."promised_on", 'due_on', old."due_on", 'status', old."status", 'closed_on', old."closed_on", 'meeting_id', old."meeting_id"));
END;
CREATE TRIGGER followup_removed_history AFTER DELETE ON followup BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('followup', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'whose', old."whose", 'text', old."text", 'promised_on', old."promised_on", 'due_on', old."due_on", 'status', old."status", 'closed_on', old."closed_on", 'meeting_id', old."meeting_id"));
END;
CREATE TRIGGER identity_added_history AFTER INSERT ON identity BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('identity', 'added', json_array(new."uid"), NULL);
END;
CREATE TRIGGER identity_changed_history AFTER UPDATE OF "uid", "person_id" ON identity
WHEN (old."uid", old."person_id") IS NOT (new."uid", new."person_id") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('identity', 'changed', json_array(new."uid"), json_object('uid', old."uid", 'person_id', old."person_id"));
END;
CREATE TRIGGER identity_removed_history AFTER DELETE ON identity BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('identity', 'removed', json_array(old."uid"), json_object('uid', old."uid", 'person_id', old."person_id"));
END;
CREATE TRIGGER interest_added_history AFTER INSERT ON interest BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('interest', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER interest_changed_history AFTER UPDATE OF "id", "uid", "person_id", "topic_id", "noted_on", "meeting_id" ON interest
WHEN (old."id", old."uid", old."person_id", old."topic_id", old."noted_on", old."meeting_id") IS NOT (new."id", new."uid", new."person_id", new."topic_id", new."noted_on", new."meeting_id") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('interest', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'topic_id', old."topic_id", 'noted_on', old."noted_on", 'meeting_id', old."meeting_id"));
END;
CREATE TRIGGER interest_removed_history AFTER DELETE ON interest BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('interest', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'topic_id', old."topic_id", 'noted_on', old."noted_on", 'meeting_id', old."meeting_id"));
END;
CREATE TRIGGER introducer_done_added_history AFTER INSERT ON introducer_done BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('introducer_done', 'added', json_array(new."meeting_id"), NULL);
END;
CREATE TRIGGER introducer_done_changed_history AFTER UPDATE OF "meeting_id" ON introducer_done
WHEN (old."meeting_id") IS NOT (new."meeting_id") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('introducer_done', 'changed', json_array(new."meeting_id"), json_object('meeting_id', old."meeting_id"));
END;
CREATE TRIGGER introducer_done_removed_history AFTER DELETE ON introducer_done BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('introducer_done', 'removed', json_array(old."meeting_id"), json_object('meeting_id', old."meeting_id"));
END;
CREATE TRIGGER introduction_added_history AFTER INSERT ON introduction BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('introduction', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER introduction_changed_history AFTER UPDATE OF "id", "uid", "a_id", "b_id", "date", "outcome", "because" ON introduction
WHEN (old."id", old."uid", old."a_id", old."b_id", old."date", old."outcome", old."because") IS NOT (new."id", new."uid", new."a_id", new."b_id", new."date", new."outcome", new."because") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('introduction', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'a_id', old."a_id", 'b_id', old."b_id", 'date', old."date", 'outcome', old."outcome", 'because', old."because"));
END;
CREATE TRIGGER introduction_removed_history AFTER DELETE ON introduction BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('introduction', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'a_id', old."a_id", 'b_id', old."b_id", 'date', old."date", 'outcome', old."outcome", 'because', old."because"));
END;
CREATE TRIGGER job_added_history AFTER INSERT ON job BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('job', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER job_changed_history AFTER UPDATE OF "id", "uid", "person_id", "org", "department", "title", "since", "until" ON job
WHEN (old."id", old."uid", old."person_id", old."org", old."department", old."title", old."since", old."until") IS NOT (new."id", new."uid", new."person_id", new."org", new."department", new."title", new."since", new."until") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('job', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'org', old."org", 'department', old."department", 'title', old."title", 'since', old."since", 'until', old."until"));
END;
CREATE TRIGGER job_removed_history AFTER DELETE ON job BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('job', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'org', old."org", 'department', old."department", 'title', old."title", 'since', old."since", 'until', old."until"));
END;
CREATE TRIGGER news_added_history AFTER INSERT ON news BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('news', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER news_changed_history AFTER UPDATE OF "id", "uid", "person_id", "what", "value", "found_on", "source" ON news
WHEN (old."id", old."uid", old."person_id", old."what", old."value", old."found_on", old."source") IS NOT (new."id", new."uid", new."person_id", new."what", new."value", new."found_on", new."source") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('news', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'what', old."what", 'value', old."value", 'found_on', old."found_on", 'source', old."source"));
END;
CREATE TRIGGER news_removed_history AFTER DELETE ON news BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('news', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'what', old."what", 'value', old."value", 'found_on', old."found_on", 'source', old."source"));
END;
CREATE TRIGGER not_common_added_history AFTER INSERT ON not_common BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('not_common', 'added', json_array(new."person_id", new."key"), NULL);
END;
CREATE TRIGGER not_common_changed_history AFTER UPDATE OF "person_id", "key" ON not_common
WHEN (old."person_id", old."key") IS NOT (new."person_id", new."key") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('not_common', 'changed', json_array(new."person_id", new."key"), json_object('person_id', old."person_id", 'key', old."key"));
END;
CREATE TRIGGER not_common_removed_history AFTER DELETE ON not_common BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('not_common', 'removed', json_array(old."person_id", old."key"), json_object('person_id', old."person_id", 'key', old."key"));
END;
CREATE TRIGGER not_same_added_history AFTER INSERT ON not_same BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('not_same', 'added', json_array(new."a_id", new."b_id"), NULL);
END;
CREATE TRIGGER not_same_changed_history AFTER UPDATE OF "a_id", "b_id" ON not_same
WHEN (old."a_id", old."b_id") IS NOT (new."a_id", new."b_id") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('not_same', 'changed', json_array(new."a_id", new."b_id"), json_object('a_id', old."a_id", 'b_id', old."b_id"));
END;
CREATE TRIGGER not_same_removed_history AFTER DELETE ON not_same BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('not_same', 'removed', json_array(old."a_id", old."b_id"), json_object('a_id', old."a_id", 'b_id', old."b_id"));
END;
CREATE TRIGGER note_added_history AFTER INSERT ON note BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('note', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER note_changed_history AFTER UPDATE OF "id", "uid", "person_id", "about", "text", "date", "meeting_id" ON note
WHEN (old."id", old."uid", old."person_id", old."about", old."text", old."date", old."meeting_id") IS NOT (new."id", new."uid", new."person_id", new."about", new."text", new."date", new."meeting_id") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('note', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'about', old."about", 'text', old."text", 'date', old."date", 'meeting_id', old."meeting_id"));
END;
CREATE TRIGGER note_removed_history AFTER DELETE ON note BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('note', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'about', old."about", 'text', old."text", 'date', old."date", 'meeting_id', old."meeting_id"));
END;
CREATE TRIGGER phone_added_history AFTER INSERT ON phone BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('phone', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER phone_changed_history AFTER UPDATE OF "id", "person_id", "number", "key", "label" ON phone
WHEN (old."id", old."person_id", old."number", old."key", old."label") IS NOT (new."id", new."person_id", new."number", new."key", new."label") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('phone', 'changed', json_array(new."id"), json_object('id', old."id", 'person_id', old."person_id", 'number', old."number", 'key', old."key", 'label', old."label"));
END;
CREATE TRIGGER phone_removed_history AFTER DELETE ON phone BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('phone', 'removed', json_array(old."id"), json_object('id', old."id", 'person_id', old."person_id", 'number', old."number", 'key', old."key", 'label', old."label"));
END;
CREATE TRIGGER plan_added_history AFTER INSERT ON plan BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('plan', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER plan_changed_history AFTER UPDATE OF "id", "uid", "date", "at", "kind", "place", "event_id", "text", "planned_on", "status", "closed_on", "meeting_id", "source", "sequence" ON plan
WHEN (old."id", old."uid", old."date", old."at", old."kind", old."place", old."event_id", old."text", old."planned_on", old."status", old."closed_on", old."meeting_id", old."source", old."sequence") IS NOT (new."id", new."uid", new."date", new."at", new."kind", new."place", new."event_id", new."text", new."planned_on", new."status", new."closed_on", new."meeting_id", new."source", new."sequence") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('plan', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'date', old."date", 'at', old."at", 'kind', old."kind", 'place', old."place", 'event_id', old."event_id", 'text', old."text", 'planned_on', old."planned_on", 'status', old."status", 'closed_on', old."closed_on", 'meeting_id', old."meeting_id", 'source', old."source", 'sequence', old."sequence"));
END;
CREATE TRIGGER plan_removed_history AFTER DELETE ON plan BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('plan', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'date', old."date", 'at', old."at", 'kind', old."kind", 'place', old."place", 'event_id', old."event_id", 'text', old."text", 'planned_on', old."planned_on", 'status', old."status", 'closed_on', old."closed_on", 'meeting_id', old."meeting_id", 'source', old."source", 'sequence', old."sequence"));
END;
CREATE TRIGGER proposal_person_added_history AFTER INSERT ON proposal_person BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('proposal_person', 'added', json_array(new."proposal_id", new."person_id"), NULL);
END;
CREATE TRIGGER proposal_person_changed_history AFTER UPDATE OF "proposal_id", "person_id" ON proposal_person
WHEN (old."proposal_id", old."person_id") IS NOT (new."proposal_id", new."person_id") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('proposal_person', 'changed', json_array(new."proposal_id", new."person_id"), json_object('proposal_id', old."proposal_id", 'person_id', old."person_id"));
END;
CREATE TRIGGER proposal_person_removed_history AFTER DELETE ON proposal_person BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('proposal_person', 'removed', json_array(old."proposal_id", old."person_id"), json_object('proposal_id', old."proposal_id", 'person_id', old."person_id"));
END;
CREATE TRIGGER request_added_history AFTER INSERT ON request BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('request', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER request_changed_history AFTER UPDATE OF "id", "uid", "person_id", "text", "asked_on", "answer", "answered_on", "reply" ON request
WHEN (old."id", old."uid", old."person_id", old."text", old."asked_on", old."answer", old."answered_on", old."reply") IS NOT (new."id", new."uid", new."person_id", new."text", new."asked_on", new."answer", new."answered_on", new."reply") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('request', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'text', old."text", 'asked_on', old."asked_on", 'answer', old."answer", 'answered_on', old."answered_on", 'reply', old."reply"));
END;
CREATE TRIGGER request_removed_history AFTER DELETE ON request BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('request', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'text', old."text", 'asked_on', old."asked_on", 'answer', old."answer", 'answered_on', old."answered_on", 'reply', old."reply"));
END;
CREATE TRIGGER strain_added_history AFTER INSERT ON strain BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('strain', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER strain_changed_history AFTER UPDATE OF "id", "uid", "person_id", "text", "since", "repaired_on", "repair" ON strain
WHEN (old."id", old."uid", old."person_id", old."text", old."since", old."repaired_on", old."repair") IS NOT (new."id", new."uid", new."person_id", new."text", new."since", new."repaired_on", new."repair") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('strain', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'text', old."text", 'since', old."since", 'repaired_on', old."repaired_on", 'repair', old."repair"));
END;
CREATE TRIGGER strain_removed_history AFTER DELETE ON strain BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('strain', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'text', old."text", 'since', old."since", 'repaired_on', old."repaired_on", 'repair', old."repair"));
END;
CREATE TRIGGER tag_added_history AFTER INSERT ON tag BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('tag', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER tag_changed_history AFTER UPDATE OF "id", "person_id", "name", "key" ON tag
WHEN (old."id", old."person_id", old."name", old."key") IS NOT (new."id", new."person_id", new."name", new."key") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('tag', 'changed', json_array(new."id"), json_object('id', old."id", 'person_id', old."person_id", 'name', old."name", 'key', old."key"));
END;
CREATE TRIGGER tag_removed_history AFTER DELETE ON tag BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('tag', 'removed', json_array(old."id"), json_object('id', old."id", 'person_id', old."person_id", 'name', old."name", 'key', old."key"));
END;
CREATE TRIGGER thanks_added_history AFTER INSERT ON thanks BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('thanks', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER thanks_changed_history AFTER UPDATE OF "id", "uid", "person_id", "date", "how", "text", "meeting_id" ON thanks
WHEN (old."id", old."uid", old."person_id", old."date", old."how", old."text", old."meeting_id") IS NOT (new."id", new."uid", new."person_id", new."date", new."how", new."text", new."meeting_id") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('thanks', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'date', old."date", 'how', old."how", 'text', old."text", 'meeting_id', old."meeting_id"));
END;
CREATE TRIGGER thanks_removed_history AFTER DELETE ON thanks BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('thanks', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'person_id', old."person_id", 'date', old."date", 'how', old."how", 'text', old."text", 'meeting_id', old."meeting_id"));
END;
CREATE TRIGGER tie_added_history AFTER INSERT ON tie BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('tie', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER tie_changed_history AFTER UPDATE OF "id", "uid", "a_id", "b_id", "name", "word", "back" ON tie
WHEN (old."id", old."uid", old."a_id", old."b_id", old."name", old."word", old."back") IS NOT (new."id", new."uid", new."a_id", new."b_id", new."name", new."word", new."back") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('tie', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'a_id', old."a_id", 'b_id', old."b_id", 'name', old."name", 'word', old."word", 'back', old."back"));
END;
CREATE TRIGGER tie_removed_history AFTER DELETE ON tie BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('tie', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'a_id', old."a_id", 'b_id', old."b_id", 'name', old."name", 'word', old."word", 'back', old."back"));
END;
CREATE TRIGGER url_added_history AFTER INSERT ON url BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('url', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER url_changed_history AFTER UPDATE OF "id", "person_id", "address", "key" ON url
WHEN (old."id", old."person_id", old."address", old."key") IS NOT (new."id", new."person_id", new."address", new."key") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('url', 'changed', json_array(new."id"), json_object('id', old."id", 'person_id', old."person_id", 'address', old."address", 'key', old."key"));
END;
CREATE TRIGGER url_removed_history AFTER DELETE ON url BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('url', 'removed', json_array(old."id"), json_object('id', old."id", 'person_id', old."person_id", 'address', old."address", 'key', old."key"));
END;
CREATE TRIGGER plan_person_added_history AFTER INSERT ON plan_person BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('plan_person', 'added', json_array(new."plan_id", new."person_id"), NULL);
END;
CREATE TRIGGER plan_person_changed_history AFTER UPDATE OF "plan_id", "person_id" ON plan_person
WHEN (old."plan_id", old."person_id") IS NOT (new."plan_id", new."person_id") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('plan_person', 'changed', json_array(new."plan_id", new."person_id"), json_object('plan_id', old."plan_id", 'person_id', old."person_id"));
END;
CREATE TRIGGER plan_person_removed_history AFTER DELETE ON plan_person BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('plan_person', 'removed', json_array(old."plan_id", old."person_id"), json_object('plan_id', old."plan_id", 'person_id', old."person_id"));
END;
-- The index of words again, so that other programs can list it as they list every table.
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2');
INSERT INTO search (rowid, text) SELECT source.id * 32 + 18, coalesce(source."name", '') || ' ' || coalesce(source."key", '') || ' ' || coalesce(source."description", '') FROM circle AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 1, coalesce(source."name", '') || ' ' || coalesce(source."name_key", '') || ' ' || coalesce(source."handle", '') || ' ' || coalesce(source."org", '') || ' ' || coalesce(source."department", '') || ' ' || coalesce(source."title", '') || ' ' || coalesce(source."place", '') || ' ' || coalesce(source."how_met", '') || ' ' || coalesce(source."parted_why", '') FROM person AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 2, coalesce(source."name", '') || ' ' || coalesce(source."key", '') FROM alias AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 3, coalesce(source."address", '') FROM email AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 4, coalesce(source."number", '') FROM phone AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 19, coalesce(source."text", '') FROM address AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 5, coalesce(source."address", '') FROM url AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 6, coalesce(source."name", '') || ' ' || coalesce(source."key", '') FROM tag AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 8, coalesce(source."name", '') || ' ' || coalesce(source."key", '') || ' ' || coalesce(source."place", '') || ' ' || coalesce(source."host", '') FROM event AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 7, coalesce(source."kind", '') || ' ' || coalesce(source."place", '') || ' ' || coalesce(source."summary", '') || ' ' || coalesce(source."fleeting", '') FROM meeting AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 9, coalesce(source."name", '') || ' ' || coalesce(source."key", '') FROM topic AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 10, coalesce(source."detail", '') FROM commonality AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 11, coalesce(source."about", '') || ' ' || coalesce(source."text", '') FROM note AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 12, coalesce(source."text", '') || ' ' || coalesce(source."thanks", '') FROM favor AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 14, coalesce(source."text", '') || ' ' || coalesce(source."reply", '') FROM request AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 13, coalesce(source."text", '') FROM followup AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 15, coalesce(source."text", '') || ' ' || coalesce(source."repair", '') FROM strain AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 16, coalesce(source."because", '') FROM introduction AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 17, coalesce(source."org", '') || ' ' || coalesce(source."circle", '') || ' ' || coalesce(source."tag", '') || ' ' || coalesce(source."why", '') FROM farewell AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 22, coalesce(source."org", '') || ' ' || coalesce(source."department", '') || ' ' || coalesce(source."title", '') FROM job AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 24, coalesce(source."value", '') FROM news AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 20, coalesce(source."word", '') || ' ' || coalesce(source."back", '') || ' ' || coalesce(source."name", '') FROM tie AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 21, coalesce(source."kind", '') || ' ' || coalesce(source."place", '') || ' ' || coalesce(source."text", '') FROM plan AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 23, coalesce(source."how", '') || ' ' || coalesce(source."text", '') FROM thanks AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 25, coalesce(source."place", '') || ' ' || coalesce(source."summary", '') FROM proposal AS source;
