CREATE TABLE circle (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  "key" TEXT NOT NULL,
  cadence TEXT NOT NULL,
  description TEXT,
  PRIMARY KEY (id),
  UNIQUE ("key"),
  CHECK (length("name") >= 1),
  CHECK (length("name") <= 200),
  CHECK (length("key") >= 1),
  CHECK (length("key") <= 4000),
  CHECK (length("cadence") >= 1),
  CHECK (length("cadence") <= 200),
  CHECK (length("description") >= 1),
  CHECK (length("description") <= 1000000)
) STRICT;
CREATE TABLE event (
  id INTEGER NOT NULL,
  uid TEXT NOT NULL,
  name TEXT NOT NULL,
  "key" TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  goal INTEGER NOT NULL,
  place TEXT,
  host TEXT,
  PRIMARY KEY (id),
  UNIQUE ("key", starts_on),
  UNIQUE (uid),
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK (length("name") >= 1),
  CHECK (length("name") <= 200),
  CHECK (length("key") >= 1),
  CHECK (length("key") <= 4000),
  CHECK ("starts_on" IS date("starts_on", '+0 days')),
  CHECK ("ends_on" IS date("ends_on", '+0 days')),
  CHECK ("goal" >= 0),
  CHECK ("goal" <= 1000),
  CHECK (length("place") >= 1),
  CHECK (length("place") <= 200),
  CHECK (length("host") >= 1),
  CHECK (length("host") <= 200),
  CHECK (ends_on >= starts_on)
) STRICT;
CREATE INDEX event_starts_on ON event (starts_on);
CREATE TABLE farewell (
  id INTEGER NOT NULL,
  org TEXT NOT NULL,
  date TEXT NOT NULL,
  why TEXT,
  PRIMARY KEY (id),
  CHECK (length("org") >= 1),
  CHECK (length("org") <= 200),
  CHECK ("date" IS date("date", '+0 days')),
  CHECK (length("why") >= 1),
  CHECK (length("why") <= 1000000)
) STRICT;
CREATE TABLE topic (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  "key" TEXT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE ("key"),
  CHECK (length("name") >= 1),
  CHECK (length("name") <= 200),
  CHECK (length("key") >= 1),
  CHECK (length("key") <= 4000)
) STRICT;
CREATE TABLE meeting (
  id INTEGER NOT NULL,
  uid TEXT NOT NULL,
  date TEXT NOT NULL,
  kind TEXT NOT NULL,
  human INTEGER GENERATED ALWAYS AS (kind NOT IN ('email', 'message', 'letter')) STORED,
  minutes INTEGER,
  place TEXT,
  event_id INTEGER,
  summary TEXT,
  fleeting TEXT,
  PRIMARY KEY (id),
  UNIQUE (uid),
  FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE SET NULL,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK ("date" IS date("date", '+0 days')),
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
CREATE INDEX meeting_date ON meeting (date);
CREATE INDEX meeting_event ON meeting (event_id) WHERE event_id IS NOT NULL;
CREATE TABLE person (
  id INTEGER NOT NULL,
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
  PRIMARY KEY (id),
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
  CHECK (("birthday" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' OR "birthday" GLOB '--[01][0-9]-[0-3][0-9]')),
  CHECK ("known_since" IS date("known_since", '+0 days')),
  CHECK (length("how_met") >= 1),
  CHECK (length("how_met") <= 1000000),
  CHECK ("added_on" IS date("added_on", '+0 days')),
  CHECK ("paused_on" IS date("paused_on", '+0 days')),
  CHECK ("paused_until" IS date("paused_until", '+0 days')),
  CHECK ("parted_on" IS date("parted_on", '+0 days')),
  CHECK (length("parted_why") >= 1),
  CHECK (length("parted_why") <= 1000000),
  CHECK (introduced_by_id <> id),
  CHECK (paused_on IS NOT NULL OR paused_until IS NULL),
  CHECK (parted_on IS NOT NULL OR parted_why IS NULL)
) STRICT;
CREATE INDEX person_birthday ON person (substr(birthday, -5)) WHERE birthday IS NOT NULL;
CREATE INDEX person_cadence ON person (cadence) WHERE cadence IS NOT NULL;
CREATE INDEX person_circle ON person (circle_id);
CREATE INDEX person_introduced_by ON person (introduced_by_id) WHERE introduced_by_id IS NOT NULL;
CREATE INDEX person_name_key ON person (name_key);
CREATE INDEX person_org ON person (org, department) WHERE org IS NOT NULL;
CREATE TABLE alias (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  "key" TEXT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (person_id, "key"),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("name") >= 1),
  CHECK (length("name") <= 200),
  CHECK (length("key") >= 1),
  CHECK (length("key") <= 4000)
) STRICT;
CREATE INDEX alias_key ON alias ("key");
CREATE TABLE attendance (
  meeting_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  date TEXT NOT NULL,
  human INTEGER NOT NULL,
  PRIMARY KEY (meeting_id, person_id),
  FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK ("date" IS date("date", '+0 days')),
  CHECK ("human" >= 0),
  CHECK ("human" <= 1)
) WITHOUT ROWID, STRICT;
CREATE INDEX attendance_person ON attendance (person_id, human, date, meeting_id);
CREATE TABLE commonality (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  topic_id INTEGER NOT NULL,
  found_on TEXT NOT NULL,
  meeting_id INTEGER,
  detail TEXT,
  PRIMARY KEY (id),
  UNIQUE (person_id, topic_id),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(topic_id) REFERENCES topic (id) ON DELETE CASCADE,
  FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
  CHECK ("found_on" IS date("found_on", '+0 days')),
  CHECK (length("detail") >= 1),
  CHECK (length("detail") <= 1000000)
) STRICT;
CREATE INDEX commonality_meeting ON commonality (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX commonality_topic ON commonality (topic_id);
CREATE TABLE email (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  address TEXT NOT NULL,
  "key" TEXT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (person_id, "key"),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("address") >= 1),
  CHECK (length("address") <= 2000),
  CHECK (length("key") >= 1),
  CHECK (length("key") <= 2000)
) STRICT;
CREATE INDEX email_key ON email ("key");
CREATE TABLE farewell_person (
  farewell_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  seen_on TEXT,
  PRIMARY KEY (farewell_id, person_id),
  FOREIGN KEY(farewell_id) REFERENCES farewell (id) ON DELETE CASCADE,
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK ("seen_on" IS date("seen_on", '+0 days'))
) WITHOUT ROWID, STRICT;
CREATE INDEX farewell_person_person ON farewell_person (person_id);
CREATE TABLE favor (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  direction TEXT NOT NULL,
  text TEXT NOT NULL,
  date TEXT NOT NULL,
  meeting_id INTEGER,
  thanked_on TEXT,
  thanked_how TEXT,
  thanks TEXT,
  PRIMARY KEY (id),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
  CHECK ("direction" IN ('gave', 'got')),
  CHECK (length("text") >= 1),
  CHECK (length("text") <= 1000000),
  CHECK ("date" IS date("date", '+0 days')),
  CHECK ("thanked_on" IS date("thanked_on", '+0 days')),
  CHECK ("thanked_how" IN ('note', 'card', 'call', 'in-person', 'message')),
  CHECK (length("thanks") >= 1),
  CHECK (length("thanks") <= 1000000),
  CHECK (direction = 'got' OR thanked_on IS NULL),
  CHECK (thanked_on IS NOT NULL OR (thanked_how IS NULL AND thanks IS NULL))
) STRICT;
CREATE INDEX favor_meeting ON favor (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX favor_owed ON favor (date) WHERE direction = 'got' AND thanked_on IS NULL;
CREATE INDEX favor_person ON favor (person_id, date);
CREATE TABLE followup (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  whose TEXT NOT NULL,
  text TEXT NOT NULL,
  promised_on TEXT NOT NULL,
  due_on TEXT,
  status TEXT NOT NULL,
  closed_on TEXT,
  meeting_id INTEGER,
  PRIMARY KEY (id),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
  CHECK ("whose" IN ('mine', 'theirs')),
  CHECK (length("text") >= 1),
  CHECK (length("text") <= 1000000),
  CHECK ("promised_on" IS date("promised_on", '+0 days')),
  CHECK ("due_on" IS date("due_on", '+0 days')),
  CHECK ("status" IN ('open', 'done', 'dropped')),
  CHECK ("closed_on" IS date("closed_on", '+0 days')),
  CHECK ((status = 'open') = (closed_on IS NULL))
) STRICT;
CREATE INDEX followup_meeting ON followup (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX followup_open ON followup (due_on) WHERE status = 'open';
CREATE INDEX followup_person ON followup (person_id);
CREATE TABLE introduction (
  id INTEGER NOT NULL,
  a_id INTEGER NOT NULL,
  b_id INTEGER NOT NULL,
  date TEXT NOT NULL,
  outcome TEXT NOT NULL,
  because TEXT,
  PRIMARY KEY (id),
  UNIQUE (a_id, b_id),
  FOREIGN KEY(a_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(b_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK ("date" IS date("date", '+0 days')),
  CHECK ("outcome" IN ('offered', 'made', 'declined')),
  CHECK (length("because") >= 1),
  CHECK (length("because") <= 1000000),
  CHECK (a_id < b_id)
) STRICT;
CREATE INDEX introduction_b ON introduction (b_id);
CREATE TABLE name_word (
  word TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  PRIMARY KEY (word, person_id),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
CREATE INDEX name_word_person ON name_word (person_id);
CREATE TABLE note (
  id INTEGER NOT NULL,
  uid TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  about TEXT NOT NULL,
  text TEXT NOT NULL,
  date TEXT NOT NULL,
  meeting_id INTEGER,
  PRIMARY KEY (id),
  UNIQUE (uid),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK ("about" IN ('family', 'values', 'goals', 'obstacles', 'aspirations', 'concerns', 'stories', 'interests', 'work')),
  CHECK (length("text") >= 1),
  CHECK (length("text") <= 1000000),
  CHECK ("date" IS date("date", '+0 days'))
) STRICT;
CREATE INDEX note_meeting ON note (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX note_person ON note (person_id, date);
CREATE TABLE phone (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  number TEXT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (person_id, number),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("number") >= 1),
  CHECK (length("number") <= 2000)
) STRICT;
CREATE TABLE request (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_on TEXT,
  reply TEXT,
  PRIMARY KEY (id),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("text") >= 1),
  CHECK (length("text") <= 1000000),
  CHECK ("asked_on" IS date("asked_on", '+0 days')),
  CHECK ("answer" IN ('pending', 'yes', 'no')),
  CHECK ("answered_on" IS date("answered_on", '+0 days')),
  CHECK (length("reply") >= 1),
  CHECK (length("reply") <= 1000000),
  CHECK ((answer = 'pending') = (answered_on IS NULL))
) STRICT;
CREATE UNIQUE INDEX request_pending ON request (person_id) WHERE answer = 'pending';
CREATE INDEX request_person ON request (person_id);
CREATE TABLE strain (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  since TEXT NOT NULL,
  repaired_on TEXT,
  repair TEXT,
  PRIMARY KEY (id),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("text") >= 1),
  CHECK (length("text") <= 1000000),
  CHECK ("since" IS date("since", '+0 days')),
  CHECK ("repaired_on" IS date("repaired_on", '+0 days')),
  CHECK (length("repair") >= 1),
  CHECK (length("repair") <= 1000000),
  CHECK (repaired_on IS NOT NULL OR repair IS NULL)
) STRICT;
CREATE UNIQUE INDEX strain_open ON strain (person_id) WHERE repaired_on IS NULL;
CREATE INDEX strain_person ON strain (person_id);
CREATE TABLE tag (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  "key" TEXT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (person_id, "key"),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("name") >= 1),
  CHECK (length("name") <= 200),
  CHECK (length("key") >= 1),
  CHECK (length("key") <= 4000)
) STRICT;
CREATE INDEX tag_key ON tag ("key");
CREATE TABLE url (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  address TEXT NOT NULL,
  "key" TEXT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (person_id, "key"),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("address") >= 1),
  CHECK (length("address") <= 2000),
  CHECK (length("key") >= 1),
  CHECK (length("key") <= 2000)
) STRICT;
CREATE INDEX url_key ON url ("key");
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
  DELETE FROM name_word WHERE person_id = new.person_id;
  INSERT OR IGNORE INTO name_word (word, person_id)
  SELECT word.value, owner.person_id
  FROM (
    SELECT id AS person_id, name_key AS names FROM person WHERE id = new.person_id
    UNION ALL SELECT person_id, key FROM alias WHERE person_id = new.person_id
  ) AS owner, json_each('[' || replace(json_quote(owner.names), ' ', '","') || ']') AS word;
END;
CREATE TRIGGER alias_changed_words AFTER UPDATE OF key, person_id ON alias BEGIN
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
