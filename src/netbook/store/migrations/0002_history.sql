-- What came with the second schema. The first part makes anew the tables that got a uid of their own.
ALTER TABLE favor RENAME TO favor_before;
CREATE TABLE favor (
  id INTEGER NOT NULL,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  person_id INTEGER NOT NULL,
  direction TEXT NOT NULL,
  text TEXT NOT NULL,
  date TEXT NOT NULL,
  meeting_id INTEGER,
  thanked_on TEXT,
  thanked_how TEXT,
  thanks TEXT,
  PRIMARY KEY (id),
  UNIQUE (uid),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
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
INSERT INTO favor (id, person_id, direction, text, date, meeting_id, thanked_on, thanked_how, thanks) SELECT id, person_id, direction, text, date, meeting_id, thanked_on, thanked_how, thanks FROM favor_before;
DROP TABLE favor_before;
CREATE INDEX favor_meeting ON favor (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX favor_owed ON favor (date) WHERE direction = 'got' AND thanked_on IS NULL;
CREATE INDEX favor_person ON favor (person_id, date);
ALTER TABLE request RENAME TO request_before;
CREATE TABLE request (
  id INTEGER NOT NULL,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  person_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_on TEXT,
  reply TEXT,
  PRIMARY KEY (id),
  UNIQUE (uid),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK (length("text") >= 1),
  CHECK (length("text") <= 1000000),
  CHECK ("asked_on" IS date("asked_on", '+0 days')),
  CHECK ("answer" IN ('pending', 'yes', 'no')),
  CHECK ("answered_on" IS date("answered_on", '+0 days')),
  CHECK (length("reply") >= 1),
  CHECK (length("reply") <= 1000000),
  CHECK ((answer = 'pending') = (answered_on IS NULL))
) STRICT;
INSERT INTO request (id, person_id, text, asked_on, answer, answered_on, reply) SELECT id, person_id, text, asked_on, answer, answered_on, reply FROM request_before;
DROP TABLE request_before;
CREATE INDEX request_pending ON request (person_id) WHERE answer = 'pending';
CREATE INDEX request_person ON request (person_id);
ALTER TABLE followup RENAME TO followup_before;
CREATE TABLE followup (
  id INTEGER NOT NULL,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  person_id INTEGER NOT NULL,
  whose TEXT NOT NULL,
  text TEXT NOT NULL,
  promised_on TEXT NOT NULL,
  due_on TEXT,
  status TEXT NOT NULL,
  closed_on TEXT,
  meeting_id INTEGER,
  PRIMARY KEY (id),
  UNIQUE (uid),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK ("whose" IN ('mine', 'theirs')),
  CHECK (length("text") >= 1),
  CHECK (length("text") <= 1000000),
  CHECK ("promised_on" IS date("promised_on", '+0 days')),
  CHECK ("due_on" IS date("due_on", '+0 days')),
  CHECK ("status" IN ('open', 'done', 'dropped')),
  CHECK ("closed_on" IS date("closed_on", '+0 days')),
  CHECK ((status = 'open') = (closed_on IS NULL))
) STRICT;
INSERT INTO followup (id, person_id, whose, text, promised_on, due_on, status, closed_on, meeting_id) SELECT id, person_id, whose, text, promised_on, due_on, status, closed_on, meeting_id FROM followup_before;
DROP TABLE followup_before;
CREATE INDEX followup_meeting ON followup (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX followup_open ON followup (due_on) WHERE status = 'open';
CREATE INDEX followup_person ON followup (person_id);
ALTER TABLE strain RENAME TO strain_before;
CREATE TABLE strain (
  id INTEGER NOT NULL,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  person_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  since TEXT NOT NULL,
  repaired_on TEXT,
  repair TEXT,
  PRIMARY KEY (id),
  UNIQUE (uid),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK (length("text") >= 1),
  CHECK (length("text") <= 1000000),
  CHECK ("since" IS date("since", '+0 days')),
  CHECK ("repaired_on" IS date("repaired_on", '+0 days')),
  CHECK (length("repair") >= 1),
  CHECK (length("repair") <= 1000000),
  CHECK (repaired_on IS NOT NULL OR repair IS NULL)
) STRICT;
INSERT INTO strain (id, person_id, text, since, repaired_on, repair) SELECT id, person_id, text, since, repaired_on, repair FROM strain_before;
DROP TABLE strain_before;
CREATE UNIQUE INDEX strain_open ON strain (person_id) WHERE repaired_on IS NULL;
CREATE INDEX strain_person ON strain (person_id);
ALTER TABLE farewell RENAME TO farewell_before;
CREATE TABLE farewell (
  id INTEGER NOT NULL,
  uid TEXT DEFAULT (lower(hex(randomblob(16)))) NOT NULL,
  org TEXT NOT NULL,
  date TEXT NOT NULL,
  why TEXT,
  PRIMARY KEY (id),
  UNIQUE (uid),
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000),
  CHECK (length("org") >= 1),
  CHECK (length("org") <= 200),
  CHECK ("date" IS date("date", '+0 days')),
  CHECK (length("why") >= 1),
  CHECK (length("why") <= 1000000)
) STRICT;
INSERT INTO farewell (id, org, date, why) SELECT id, org, date, why FROM farewell_before;
DROP TABLE farewell_before;
-- New tables.
CREATE TABLE identity (
  uid TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  PRIMARY KEY (uid),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000)
) WITHOUT ROWID, STRICT;
CREATE INDEX identity_person ON identity (person_id);
CREATE TABLE carried (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (person_id, line),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("line") >= 1),
  CHECK (length("line") <= 1000000)
) STRICT;
CREATE TABLE not_same (
  a_id INTEGER NOT NULL,
  b_id INTEGER NOT NULL,
  PRIMARY KEY (a_id, b_id),
  FOREIGN KEY(a_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(b_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (a_id < b_id)
) WITHOUT ROWID, STRICT;
CREATE INDEX not_same_b ON not_same (b_id);
CREATE TABLE change (
  id INTEGER NOT NULL,
  "of" TEXT NOT NULL,
  op TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "row" TEXT,
  PRIMARY KEY (id),
  CHECK (length("of") >= 1),
  CHECK (length("of") <= 200),
  CHECK ("op" IN ('added', 'changed', 'removed')),
  CHECK (length("key") >= 1),
  CHECK (length("key") <= 1000000)
) STRICT;
CREATE TABLE step (
  id INTEGER NOT NULL,
  at TEXT NOT NULL,
  what TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  total INTEGER NOT NULL,
  undone INTEGER NOT NULL,
  PRIMARY KEY (id),
  CHECK (length("at") >= 1),
  CHECK (length("at") <= 200),
  CHECK (length("what") >= 1),
  CHECK (length("what") <= 1000000),
  CHECK ("total" >= 0),
  CHECK ("undone" >= 0),
  CHECK ("undone" <= 1)
) STRICT;
CREATE INDEX step_last ON step (last);
CREATE INDEX step_undone ON step (undone);
CREATE VIRTUAL TABLE search USING fts5(text, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2');
-- Triggers on the tables made anew, and new ones.
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
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 17, coalesce(new."org", '') || ' ' || coalesce(new."why", ''));
END;
CREATE TRIGGER farewell_changed_search AFTER UPDATE OF "org", "why" ON farewell
WHEN (old."org", old."why") IS NOT (new."org", new."why") BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 17, coalesce(old."org", '') || ' ' || coalesce(old."why", ''));
  INSERT INTO search (rowid, text) VALUES (new.id * 32 + 17, coalesce(new."org", '') || ' ' || coalesce(new."why", ''));
END;
CREATE TRIGGER farewell_removed_search AFTER DELETE ON farewell BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.id * 32 + 17, coalesce(old."org", '') || ' ' || coalesce(old."why", ''));
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
-- How each change is taken back.
CREATE TRIGGER circle_added_history AFTER INSERT ON circle BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('circle', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER circle_changed_history AFTER UPDATE OF "id", "name", "key", "cadence", "description" ON circle
WHEN (old."id", old."name", old."key", old."cadence", old."description") IS NOT (new."id", new."name", new."key", new."cadence", new."description") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('circle', 'changed', json_array(new."id"), json_object('id', old."id", 'name', old."name", 'key', old."key", 'cadence', old."cadence", 'description', old."description"));
END;
CREATE TRIGGER circle_removed_history AFTER DELETE ON circle BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('circle', 'removed', json_array(old."id"), json_object('id', old."id", 'name', old."name", 'key', old."key", 'cadence', old."cadence", 'description', old."description"));
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
CREATE TRIGGER farewell_changed_history AFTER UPDATE OF "id", "uid", "org", "date", "why" ON farewell
WHEN (old."id", old."uid", old."org", old."date", old."why") IS NOT (new."id", new."uid", new."org", new."date", new."why") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('farewell', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'org', old."org", 'date', old."date", 'why', old."why"));
END;
CREATE TRIGGER farewell_removed_history AFTER DELETE ON farewell BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('farewell', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'org', old."org", 'date', old."date", 'why', old."why"));
END;
CREATE TRIGGER topic_added_history AFTER INSERT ON topic BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('topic', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER topic_changed_history AFTER UPDATE OF "id", "name", "key" ON topic
WHEN (old."id", old."name", old."key") IS NOT (new."id", new."name", new."key") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('topic', 'changed', json_array(new."id"), json_object('id', old."id", 'name', old."name", 'key', old."key"));
END;
CREATE TRIGGER topic_removed_history AFTER DELETE ON topic BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('topic', 'removed', json_array(old."id"), json_object('id', old."id", 'name', old."name", 'key', old."key"));
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
CREATE TRIGGER person_changed_history AFTER UPDATE OF "id", "uid", "handle", "name", "name_key", "circle_id", "cadence", "org", "department", "title", "place", "birthday", "known_since", "how_met", "introduced_by_id", "added_on", "paused_on", "paused_until", "parted_on", "parted_why" ON person
WHEN (old."id", old."uid", old."handle", old."name", old."name_key", old."circle_id", old."cadence", old."org", old."department", old."title", old."place", old."birthday", old."known_since", old."how_met", old."introduced_by_id", old."added_on", old."paused_on", old."paused_until", old."parted_on", old."parted_why") IS NOT (new."id", new."uid", new."handle", new."name", new."name_key", new."circle_id", new."cadence", new."org", new."department", new."title", new."place", new."birthday", new."known_since", new."how_met", new."introduced_by_id", new."added_on", new."paused_on", new."paused_until", new."parted_on", new."parted_why") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('person', 'changed', json_array(new."id"), json_object('id', old."id", 'uid', old."uid", 'handle', old."handle", 'name', old."name", 'name_key', old."name_key", 'circle_id', old."circle_id", 'cadence', old."cadence", 'org', old."org", 'department', old."department", 'title', old."title", 'place', old."place", 'birthday', old."birthday", 'known_since', old."known_since", 'how_met', old."how_met", 'introduced_by_id', old."introduced_by_id", 'added_on', old."added_on", 'paused_on', old."paused_on", 'paused_until', old."paused_until", 'parted_on', old."parted_on", 'parted_why', old."parted_why"));
END;
CREATE TRIGGER person_removed_history AFTER DELETE ON person BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('person', 'removed', json_array(old."id"), json_object('id', old."id", 'uid', old."uid", 'handle', old."handle", 'name', old."name", 'name_key', old."name_key", 'circle_id', old."circle_id", 'cadence', old."cadence", 'org', old."org", 'department', old."department", 'title', old."title", 'place', old."place", 'birthday', old."birthday", 'known_since', old."known_since", 'how_met', old."how_met", 'introduced_by_id', old."introduced_by_id", 'added_on', old."added_on", 'paused_on', old."paused_on", 'paused_until', old."paused_until", 'parted_on', old."parted_on", 'parted_why', old."parted_why"));
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
CREATE TRIGGER email_changed_history AFTER UPDATE OF "id", "person_id", "address", "key" ON email
WHEN (old."id", old."person_id", old."address", old."key") IS NOT (new."id", new."person_id", new."address", new."key") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('email', 'changed', json_array(new."id"), json_object('id', old."id", 'person_id', old."person_id", 'address', old."address", 'key', old."key"));
END;
CREATE TRIGGER email_removed_history AFTER DELETE ON email BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('email', 'removed', json_array(old."id"), json_object('id', old."id", 'person_id', old."person_id", 'address', old."address", 'key', old."key"));
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
CREATE TRIGGER introduction_added_history AFTER INSERT ON introduction BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('introduction', 'added', json_array(new."id"), NULL);
END;
CREATE TRIGGER introduction_changed_history AFTER UPDATE OF "id", "a_id", "b_id", "date", "outcome", "because" ON introduction
WHEN (old."id", old."a_id", old."b_id", old."date", old."outcome", old."because") IS NOT (new."id", new."a_id", new."b_id", new."date", new."outcome", new."because") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('introduction', 'changed', json_array(new."id"), json_object('id', old."id", 'a_id', old."a_id", 'b_id', old."b_id", 'date', old."date", 'outcome', old."outcome", 'because', old."because"));
END;
CREATE TRIGGER introduction_removed_history AFTER DELETE ON introduction BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('introduction', 'removed', json_array(old."id"), json_object('id', old."id", 'a_id', old."a_id", 'b_id', old."b_id", 'date', old."date", 'outcome', old."outcome", 'because', old."because"));
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
CREATE TRIGGER phone_changed_history AFTER UPDATE OF "id", "person_id", "number" ON phone
WHEN (old."id", old."person_id", old."number") IS NOT (new."id", new."person_id", new."number") BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('phone', 'changed', json_array(new."id"), json_object('id', old."id", 'person_id', old."person_id", 'number', old."number"));
END;
CREATE TRIGGER phone_removed_history AFTER DELETE ON phone BEGIN
  INSERT INTO change (of, op, "key", row) VALUES ('phone', 'removed', json_array(old."id"), json_object('id', old."id", 'person_id', old."person_id", 'number', old."number"));
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
-- The words of what is there.
INSERT INTO search (rowid, text) SELECT id * 32 + 1, coalesce("name", '') || ' ' || coalesce("name_key", '') || ' ' || coalesce("handle", '') || ' ' || coalesce("org", '') || ' ' || coalesce("department", '') || ' ' || coalesce("title", '') || ' ' || coalesce("place", '') || ' ' || coalesce("how_met", '') || ' ' || coalesce("parted_why", '') FROM person;
INSERT INTO search (rowid, text) SELECT id * 32 + 2, coalesce("name", '') || ' ' || coalesce("key", '') FROM alias;
INSERT INTO search (rowid, text) SELECT id * 32 + 3, coalesce("address", '') FROM email;
INSERT INTO search (rowid, text) SELECT id * 32 + 4, coalesce("number", '') FROM phone;
INSERT INTO search (rowid, text) SELECT id * 32 + 5, coalesce("address", '') FROM url;
INSERT INTO search (rowid, text) SELECT id * 32 + 6, coalesce("name", '') || ' ' || coalesce("key", '') FROM tag;
INSERT INTO search (rowid, text) SELECT id * 32 + 7, coalesce("kind", '') || ' ' || coalesce("place", '') || ' ' || coalesce("summary", '') || ' ' || coalesce("fleeting", '') FROM meeting;
INSERT INTO search (rowid, text) SELECT id * 32 + 8, coalesce("name", '') || ' ' || coalesce("key", '') || ' ' || coalesce("place", '') || ' ' || coalesce("host", '') FROM event;
INSERT INTO search (rowid, text) SELECT id * 32 + 9, coalesce("name", '') || ' ' || coalesce("key", '') FROM topic;
INSERT INTO search (rowid, text) SELECT id * 32 + 10, coalesce("detail", '') FROM commonality;
INSERT INTO search (rowid, text) SELECT id * 32 + 11, coalesce("about", '') || ' ' || coalesce("text", '') FROM note;
INSERT INTO search (rowid, text) SELECT id * 32 + 12, coalesce("text", '') || ' ' || coalesce("thanks", '') FROM favor;
INSERT INTO search (rowid, text) SELECT id * 32 + 13, coalesce("text", '') FROM followup;
INSERT INTO search (rowid, text) SELECT id * 32 + 14, coalesce("text", '') || ' ' || coalesce("reply", '') FROM request;
INSERT INTO search (rowid, text) SELECT id * 32 + 15, coalesce("text", '') || ' ' || coalesce("repair", '') FROM strain;
INSERT INTO search (rowid, text) SELECT id * 32 + 16, coalesce("because", '') FROM introduction;
INSERT INTO search (rowid, text) SELECT id * 32 + 17, coalesce("org", '') || ' ' || coalesce("why", '') FROM farewell;
INSERT INTO search (rowid, text) SELECT id * 32 + 18, coalesce("name", '') || ' ' || coalesce("key", '') || ' ' || coalesce("description", '') FROM circle;
