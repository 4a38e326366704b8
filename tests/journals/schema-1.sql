-- A journal as schema 1 had it, with a row in every table; from here every later netbook has to go on.
PRAGMA application_id = 1852142690;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
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
INSERT INTO "alias" VALUES(1,1,'Leni','leni');
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
INSERT INTO "attendance" VALUES(1,1,'2026-11-14',1);
INSERT INTO "attendance" VALUES(1,2,'2026-11-14',1);
INSERT INTO "attendance" VALUES(2,3,'2026-11-01',0);
INSERT INTO "attendance" VALUES(1,4,'2026-11-14',1);
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
INSERT INTO "circle" VALUES(1,'team','team','2w','the people you work with every week');
INSERT INTO "circle" VALUES(2,'peers','peers','1m','people who do what you do, elsewhere');
INSERT INTO "circle" VALUES(3,'mentors','mentors','6w','people you learn from');
INSERT INTO "circle" VALUES(4,'customers','customers','3m','people you work for');
INSERT INTO "circle" VALUES(5,'community','community','6m','people you meet at events');
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
INSERT INTO "commonality" VALUES(1,1,1,'2026-11-14',1,NULL);
INSERT INTO "commonality" VALUES(2,2,1,'2026-11-14',1,NULL);
INSERT INTO "commonality" VALUES(3,4,1,'2026-11-14',1,NULL);
INSERT INTO "commonality" VALUES(4,3,2,'2026-11-21',NULL,'in the same club');
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
INSERT INTO "email" VALUES(1,1,'lena@example.org','lena@example.org');
INSERT INTO "email" VALUES(2,2,'zoe@example.org','zoe@example.org');
INSERT INTO "email" VALUES(3,2,'second@example.org','second@example.org');
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
INSERT INTO "event" VALUES(1,'67a3af54-ce9f-4052-b5a0-54d39bcd1ba0','Lighthouse Conf','lighthouse conf','2026-11-14','2026-11-15',2,'Lighthouse Point','Lamps Ltd');
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
INSERT INTO "farewell" VALUES(1,'Northwood','2026-11-21','leaving');
CREATE TABLE farewell_person (
  farewell_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  seen_on TEXT,
  PRIMARY KEY (farewell_id, person_id),
  FOREIGN KEY(farewell_id) REFERENCES farewell (id) ON DELETE CASCADE,
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK ("seen_on" IS date("seen_on", '+0 days'))
) WITHOUT ROWID, STRICT;
INSERT INTO "farewell_person" VALUES(1,4,'2026-11-21');
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
INSERT INTO "favor" VALUES(1,2,'gave','a map','2026-11-14',1,NULL,NULL,NULL);
INSERT INTO "favor" VALUES(2,4,'got','a list of printers','2026-11-14',1,NULL,NULL,NULL);
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
INSERT INTO "followup" VALUES(1,1,'mine','send the paper','2026-11-14','2026-11-27','done','2026-11-21',1);
INSERT INTO "followup" VALUES(2,3,'theirs','call about the boat','2026-11-21',NULL,'open',NULL,NULL);
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
INSERT INTO "introduction" VALUES(1,1,4,'2026-11-21','made','both climb');
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
INSERT INTO "meeting" VALUES(1,'8b3844a6-b759-454e-820c-e7fe90ea911a','2026-11-14','event',50,'The Paper Boat',1,'the reorganisation; "quotes" and a
second line',NULL);
INSERT INTO "meeting" VALUES(2,'a79fdba4-13de-4eac-ba29-0e92969a891e','2026-11-01','email',NULL,NULL,NULL,'sent the sketches',NULL);
INSERT INTO "meeting" VALUES(3,'e29b68dd-5e80-44b3-bc66-fa6081bb45c3','2026-11-03','walk',NULL,NULL,NULL,NULL,'the woman with the green umbrella');
CREATE TABLE name_word (
  word TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  PRIMARY KEY (word, person_id),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
INSERT INTO "name_word" VALUES('lantern',1);
INSERT INTO "name_word" VALUES('lena',1);
INSERT INTO "name_word" VALUES('leni',1);
INSERT INTO "name_word" VALUES('angstrom',2);
INSERT INTO "name_word" VALUES('zoe',2);
INSERT INTO "name_word" VALUES('saltmarsh',3);
INSERT INTO "name_word" VALUES('sam',3);
INSERT INTO "name_word" VALUES('oakleaf',4);
INSERT INTO "name_word" VALUES('omar',4);
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
INSERT INTO "note" VALUES(1,'96ba4ae0-aecb-4d3e-8bfc-9a30f56bdfd1',1,'family','her daughter chose a college','2026-11-14',1);
INSERT INTO "note" VALUES(2,'139e414f-5386-49a7-bae0-2780df665d06',3,'values','says no kindly','2026-11-21',NULL);
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
INSERT INTO "person" VALUES(1,'c412a224-14f6-4f48-a744-c28d026c8f62','lena-lantern','Lena Lantern','lena lantern',2,NULL,'Lighthouse Lamps','Optics','engineer','Windmill Bay','1980-02-29','2021-05-01',NULL,NULL,'2026-11-21',NULL,NULL,NULL,NULL);
INSERT INTO "person" VALUES(2,'2b197fe1-9f16-47d4-837e-6ed9b13b9701','zoe-angstrom','Zoë Ångström','zoe angstrom',3,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'on the ferry',1,'2026-11-21','2026-11-21','2026-12-24',NULL,NULL);
INSERT INTO "person" VALUES(3,'0e85eed7-0f18-452b-9fe3-4249f32f2e04','sam-saltmarsh','Sam Saltmarsh','sam saltmarsh',NULL,'2w',NULL,NULL,NULL,NULL,'--11-25',NULL,NULL,NULL,'2026-11-21',NULL,NULL,NULL,NULL);
INSERT INTO "person" VALUES(4,'60a525a4-12ef-401c-bca6-80357b8f98e5','omar-oakleaf','Omar Oakleaf','omar oakleaf',NULL,NULL,'Northwood',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-21',NULL,NULL,'2026-11-21','leaving');
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
INSERT INTO "phone" VALUES(1,1,'+49 30 1234');
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
INSERT INTO "request" VALUES(1,1,'could you read the second chapter of my book','2026-11-21','yes','2026-11-21','gladly');
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
INSERT INTO "strain" VALUES(1,3,'went to his manager over the backlog','2026-11-02',NULL,NULL);
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
INSERT INTO "tag" VALUES(1,1,'sailing','sailing');
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
INSERT INTO "topic" VALUES(1,'climbing','climbing');
INSERT INTO "topic" VALUES(2,'rowing','rowing');
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
INSERT INTO "url" VALUES(1,1,'https://example.org/lena','example.org/lena');
CREATE INDEX event_starts_on ON event (starts_on);
CREATE INDEX meeting_date ON meeting (date);
CREATE INDEX meeting_event ON meeting (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX person_birthday ON person (substr(birthday, -5)) WHERE birthday IS NOT NULL;
CREATE INDEX person_cadence ON person (cadence) WHERE cadence IS NOT NULL;
CREATE INDEX person_circle ON person (circle_id);
CREATE INDEX person_introduced_by ON person (introduced_by_id) WHERE introduced_by_id IS NOT NULL;
CREATE INDEX person_name_key ON person (name_key);
CREATE INDEX person_org ON person (org, department) WHERE org IS NOT NULL;
CREATE INDEX alias_key ON alias ("key");
CREATE INDEX attendance_person ON attendance (person_id, human, date, meeting_id);
CREATE INDEX commonality_meeting ON commonality (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX commonality_topic ON commonality (topic_id);
CREATE INDEX email_key ON email ("key");
CREATE INDEX farewell_person_person ON farewell_person (person_id);
CREATE INDEX favor_meeting ON favor (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX favor_owed ON favor (date) WHERE direction = 'got' AND thanked_on IS NULL;
CREATE INDEX favor_person ON favor (person_id, date);
CREATE INDEX followup_meeting ON followup (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX followup_open ON followup (due_on) WHERE status = 'open';
CREATE INDEX followup_person ON followup (person_id);
CREATE INDEX introduction_b ON introduction (b_id);
CREATE INDEX name_word_person ON name_word (person_id);
CREATE INDEX note_meeting ON note (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX note_person ON note (person_id, date);
CREATE UNIQUE INDEX request_pending ON request (person_id) WHERE answer = 'pending';
CREATE INDEX request_person ON request (person_id);
CREATE UNIQUE INDEX strain_open ON strain (person_id) WHERE repaired_on IS NULL;
CREATE INDEX strain_person ON strain (person_id);
CREATE INDEX tag_key ON tag ("key");
CREATE INDEX url_key ON url ("key");
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
COMMIT;
