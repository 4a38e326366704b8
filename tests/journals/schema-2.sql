-- A journal as schema 2 had it, with a row in every table and a history; from here every later netbook has to go on.
PRAGMA application_id = 1852142690;
PRAGMA user_version = 2;
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
INSERT INTO "alias" ("id", "person_id", "name", "key") VALUES (1, 1, 'Leni', 'leni');
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
INSERT INTO "attendance" ("meeting_id", "person_id", "date", "human") VALUES (1, 1, '2026-11-14', 1);
INSERT INTO "attendance" ("meeting_id", "person_id", "date", "human") VALUES (1, 2, '2026-11-14', 1);
INSERT INTO "attendance" ("meeting_id", "person_id", "date", "human") VALUES (2, 3, '2026-11-01', 0);
INSERT INTO "attendance" ("meeting_id", "person_id", "date", "human") VALUES (4, 3, '2026-11-21', 1);
INSERT INTO "attendance" ("meeting_id", "person_id", "date", "human") VALUES (1, 4, '2026-11-14', 1);
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
INSERT INTO "circle" ("id", "name", "key", "cadence", "description") VALUES (1, 'team', 'team', '2w', 'the people you work with every week');
INSERT INTO "circle" ("id", "name", "key", "cadence", "description") VALUES (2, 'peers', 'peers', '1m', 'people who do what you do, elsewhere');
INSERT INTO "circle" ("id", "name", "key", "cadence", "description") VALUES (3, 'mentors', 'mentors', '6w', 'people you learn from');
INSERT INTO "circle" ("id", "name", "key", "cadence", "description") VALUES (4, 'customers', 'customers', '3m', 'people you work for');
INSERT INTO "circle" ("id", "name", "key", "cadence", "description") VALUES (5, 'community', 'community', '6m', 'people you meet at events');
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
INSERT INTO "commonality" ("id", "person_id", "topic_id", "found_on", "meeting_id", "detail") VALUES (1, 1, 1, '2026-11-14', 1, NULL);
INSERT INTO "commonality" ("id", "person_id", "topic_id", "found_on", "meeting_id", "detail") VALUES (2, 2, 1, '2026-11-14', 1, NULL);
INSERT INTO "commonality" ("id", "person_id", "topic_id", "found_on", "meeting_id", "detail") VALUES (3, 4, 1, '2026-11-14', 1, NULL);
INSERT INTO "commonality" ("id", "person_id", "topic_id", "found_on", "meeting_id", "detail") VALUES (4, 3, 2, '2026-11-21', NULL, 'in the same club');
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
INSERT INTO "email" ("id", "person_id", "address", "key") VALUES (1, 1, 'lena@example.org', 'lena@example.org');
INSERT INTO "email" ("id", "person_id", "address", "key") VALUES (2, 2, 'zoe@example.org', 'zoe@example.org');
INSERT INTO "email" ("id", "person_id", "address", "key") VALUES (3, 2, 'second@example.org', 'second@example.org');
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
INSERT INTO "event" ("id", "uid", "name", "key", "starts_on", "ends_on", "goal", "place", "host") VALUES (1, '67a3af54-ce9f-4052-b5a0-54d39bcd1ba0', 'Lighthouse Conf', 'lighthouse conf', '2026-11-14', '2026-11-15', 2, 'Lighthouse Point', 'Lamps Ltd');
CREATE TABLE farewell_person (
  farewell_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  seen_on TEXT,
  PRIMARY KEY (farewell_id, person_id),
  FOREIGN KEY(farewell_id) REFERENCES farewell (id) ON DELETE CASCADE,
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK ("seen_on" IS date("seen_on", '+0 days'))
) WITHOUT ROWID, STRICT;
INSERT INTO "farewell_person" ("farewell_id", "person_id", "seen_on") VALUES (1, 4, '2026-11-21');
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
INSERT INTO "introduction" ("id", "a_id", "b_id", "date", "outcome", "because") VALUES (1, 1, 4, '2026-11-21', 'made', 'both climb');
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
INSERT INTO "meeting" ("id", "uid", "date", "kind", "minutes", "place", "event_id", "summary", "fleeting") VALUES (1, '8b3844a6-b759-454e-820c-e7fe90ea911a', '2026-11-14', 'event', 50, 'The Paper Boat', 1, 'the reorganisation; "quotes" and a
second line', NULL);
INSERT INTO "meeting" ("id", "uid", "date", "kind", "minutes", "place", "event_id", "summary", "fleeting") VALUES (2, 'a79fdba4-13de-4eac-ba29-0e92969a891e', '2026-11-01', 'email', NULL, NULL, NULL, 'sent the sketches', NULL);
INSERT INTO "meeting" ("id", "uid", "date", "kind", "minutes", "place", "event_id", "summary", "fleeting") VALUES (3, 'e29b68dd-5e80-44b3-bc66-fa6081bb45c3', '2026-11-03', 'walk', NULL, NULL, NULL, NULL, 'the woman with the green umbrella');
INSERT INTO "meeting" ("id", "uid", "date", "kind", "minutes", "place", "event_id", "summary", "fleeting") VALUES (4, '96086b56-12e5-46b3-a17c-f91afef96a13', '2026-11-21', 'call', NULL, NULL, NULL, NULL, NULL);
CREATE TABLE name_word (
  word TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  PRIMARY KEY (word, person_id),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;
INSERT INTO "name_word" ("word", "person_id") VALUES ('lantern', 1);
INSERT INTO "name_word" ("word", "person_id") VALUES ('lena', 1);
INSERT INTO "name_word" ("word", "person_id") VALUES ('leni', 1);
INSERT INTO "name_word" ("word", "person_id") VALUES ('angstrom', 2);
INSERT INTO "name_word" ("word", "person_id") VALUES ('zoe', 2);
INSERT INTO "name_word" ("word", "person_id") VALUES ('saltmarsh', 3);
INSERT INTO "name_word" ("word", "person_id") VALUES ('sam', 3);
INSERT INTO "name_word" ("word", "person_id") VALUES ('oakleaf', 4);
INSERT INTO "name_word" ("word", "person_id") VALUES ('omar', 4);
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
INSERT INTO "note" ("id", "uid", "person_id", "about", "text", "date", "meeting_id") VALUES (1, '96ba4ae0-aecb-4d3e-8bfc-9a30f56bdfd1', 1, 'family', 'her daughter chose a college', '2026-11-14', 1);
INSERT INTO "note" ("id", "uid", "person_id", "about", "text", "date", "meeting_id") VALUES (2, '139e414f-5386-49a7-bae0-2780df665d06', 3, 'values', 'says no kindly', '2026-11-21', NULL);
INSERT INTO "note" ("id", "uid", "person_id", "about", "text", "date", "meeting_id") VALUES (3, '8c182910-75b2-4078-8032-9dc4a39cb56b', 3, 'goals', 'a boat', '2026-11-21', 4);
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
INSERT INTO "person" ("id", "uid", "handle", "name", "name_key", "circle_id", "cadence", "org", "department", "title", "place", "birthday", "known_since", "how_met", "introduced_by_id", "added_on", "paused_on", "paused_until", "parted_on", "parted_why") VALUES (1, 'c412a224-14f6-4f48-a744-c28d026c8f62', 'lena-lantern', 'Lena Lantern', 'lena lantern', 2, NULL, 'Lighthouse Lamps', 'Optics', 'engineer', 'Windmill Bay', '1980-02-29', '2021-05-01', NULL, NULL, '2026-11-21', NULL, NULL, NULL, NULL);
INSERT INTO "person" ("id", "uid", "handle", "name", "name_key", "circle_id", "cadence", "org", "department", "title", "place", "birthday", "known_since", "how_met", "introduced_by_id", "added_on", "paused_on", "paused_until", "parted_on", "parted_why") VALUES (2, '2b197fe1-9f16-47d4-837e-6ed9b13b9701', 'zoe-angstrom', 'Zoë Ångström', 'zoe angstrom', 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'on the ferry', 1, '2026-11-21', '2026-11-21', '2026-12-24', NULL, NULL);
INSERT INTO "person" ("id", "uid", "handle", "name", "name_key", "circle_id", "cadence", "org", "department", "title", "place", "birthday", "known_since", "how_met", "introduced_by_id", "added_on", "paused_on", "paused_until", "parted_on", "parted_why") VALUES (3, '0e85eed7-0f18-452b-9fe3-4249f32f2e04', 'sam-saltmarsh', 'Sam Saltmarsh', 'sam saltmarsh', NULL, '2w', NULL, NULL, NULL, NULL, '--11-25', NULL, NULL, NULL, '2026-11-21', NULL, NULL, NULL, NULL);
INSERT INTO "person" ("id", "uid", "handle", "name", "name_key", "circle_id", "cadence", "org", "department", "title", "place", "birthday", "known_since", "how_met", "introduced_by_id", "added_on", "paused_on", "paused_until", "parted_on", "parted_why") VALUES (4, '60a525a4-12ef-401c-bca6-80357b8f98e5', 'omar-oakleaf', 'Omar Oakleaf', 'omar oakleaf', NULL, NULL, 'Northwood', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-21', NULL, NULL, '2026-11-21', 'leaving');
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
INSERT INTO "phone" ("id", "person_id", "number") VALUES (1, 1, '+49 30 1234');
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
INSERT INTO "tag" ("id", "person_id", "name", "key") VALUES (1, 1, 'sailing', 'sailing');
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
INSERT INTO "topic" ("id", "name", "key") VALUES (1, 'climbing', 'climbing');
INSERT INTO "topic" ("id", "name", "key") VALUES (2, 'sculling', 'sculling');
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
INSERT INTO "url" ("id", "person_id", "address", "key") VALUES (1, 1, 'https://example.org/lena', 'example.org/lena');
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
INSERT INTO "favor" ("id", "uid", "person_id", "direction", "text", "date", "meeting_id", "thanked_on", "thanked_how", "thanks") VALUES (1, 'ae960a3a4ef86ae83814a8eab1e25897', 2, 'gave', 'a map', '2026-11-14', 1, NULL, NULL, NULL);
INSERT INTO "favor" ("id", "uid", "person_id", "direction", "text", "date", "meeting_id", "thanked_on", "thanked_how", "thanks") VALUES (2, '1dd2b44318d11ccc77cc17f2d1ab3c8e', 4, 'got', 'a list of printers', '2026-11-14', 1, NULL, NULL, NULL);
INSERT INTO "favor" ("id", "uid", "person_id", "direction", "text", "date", "meeting_id", "thanked_on", "thanked_how", "thanks") VALUES (3, 'f7429179a52de9380d7978b2b72bf1dc', 3, 'gave', 'a lift', '2026-11-21', NULL, NULL, NULL, NULL);
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
INSERT INTO "request" ("id", "uid", "person_id", "text", "asked_on", "answer", "answered_on", "reply") VALUES (1, 'c8e5b02a89bf703352b488c9761f16d6', 1, 'could you read the second chapter of my book', '2026-11-21', 'yes', '2026-11-21', 'gladly');
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
INSERT INTO "followup" ("id", "uid", "person_id", "whose", "text", "promised_on", "due_on", "status", "closed_on", "meeting_id") VALUES (1, 'e462d74a7ee7c35eac3be4df5ac310be', 1, 'mine', 'send the paper', '2026-11-14', '2026-11-27', 'done', '2026-11-21', 1);
INSERT INTO "followup" ("id", "uid", "person_id", "whose", "text", "promised_on", "due_on", "status", "closed_on", "meeting_id") VALUES (2, '51443c0fd5c2794cced507a4e915b5d5', 3, 'theirs', 'call about the boat', '2026-11-21', NULL, 'open', NULL, NULL);
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
INSERT INTO "strain" ("id", "uid", "person_id", "text", "since", "repaired_on", "repair") VALUES (1, '86e8a0ab89f881f0e9882b4542cbf7a4', 3, 'went to his manager over the backlog', '2026-11-02', NULL, NULL);
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
INSERT INTO "farewell" ("id", "uid", "org", "date", "why") VALUES (1, '88208c29adf13a77018031c36338c79c', 'Northwood', '2026-11-21', 'leaving');
CREATE TABLE identity (
  uid TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  PRIMARY KEY (uid),
  FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (length("uid") >= 1),
  CHECK (length("uid") <= 2000)
) WITHOUT ROWID, STRICT;
INSERT INTO "identity" ("uid", "person_id") VALUES ('urn:uuid:1', 1);
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
INSERT INTO "carried" ("id", "person_id", "line") VALUES (1, 1, 'X-SKYPE:lena');
CREATE TABLE not_same (
  a_id INTEGER NOT NULL,
  b_id INTEGER NOT NULL,
  PRIMARY KEY (a_id, b_id),
  FOREIGN KEY(a_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY(b_id) REFERENCES person (id) ON DELETE CASCADE,
  CHECK (a_id < b_id)
) WITHOUT ROWID, STRICT;
INSERT INTO "not_same" ("a_id", "b_id") VALUES (1, 3);
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
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (1, 'phone', 'added', '[2]', NULL);
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (2, 'phone', 'added', '[3]', NULL);
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (3, 'phone', 'added', '[4]', NULL);
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (4, 'favor', 'added', '[3]', NULL);
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (5, 'meeting', 'added', '[4]', NULL);
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (6, 'attendance', 'added', '[4,3]', NULL);
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (7, 'note', 'added', '[3]', NULL);
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (8, 'not_same', 'added', '[1,3]', NULL);
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (9, 'circle', 'added', '[6]', NULL);
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (10, 'circle', 'removed', '[6]', '{"id":6,"name":"divers","key":"divers","cadence":"1m","description":null}');
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (11, 'phone', 'removed', '[1]', '{"id":1,"person_id":1,"number":"+49 30 1234"}');
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (12, 'phone', 'removed', '[2]', '{"id":2,"person_id":1,"number":"+49 (30) 12-34"}');
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (13, 'phone', 'removed', '[3]', '{"id":3,"person_id":1,"number":"0049 30 1234"}');
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (14, 'phone', 'removed', '[4]', '{"id":4,"person_id":1,"number":"030 777"}');
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (15, 'phone', 'added', '[1]', NULL);
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (16, 'topic', 'changed', '[2]', '{"id":2,"name":"rowing","key":"rowing"}');
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (17, 'person', 'added', '[5]', NULL);
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (18, 'phone', 'added', '[2]', NULL);
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (19, 'phone', 'removed', '[2]', '{"id":2,"person_id":5,"number":"123"}');
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (20, 'person', 'removed', '[5]', '{"id":5,"uid":"90dcc83a-e6fe-4b09-9876-bef18f0bc66b","handle":"tomas-thimble","name":"Tomas Thimble","name_key":"tomas thimble","circle_id":null,"cadence":null,"org":null,"department":null,"title":null,"place":null,"birthday":null,"known_since":null,"how_met":null,"introduced_by_id":null,"added_on":"2026-11-21","paused_on":null,"paused_until":null,"parted_on":null,"parted_why":null}');
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (22, 'strain', 'removed', '[2]', '{"id":2,"uid":"8b4d04fe2d160de1dde435486a4286de","person_id":4,"text":"late","since":"2026-11-21","repaired_on":null,"repair":null}');
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (23, 'carried', 'added', '[1]', NULL);
INSERT INTO "change" ("id", "of", "op", "key", "row") VALUES (24, 'identity', 'added', '["urn:uuid:1"]', NULL);
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
INSERT INTO "step" ("id", "at", "what", "first", "last", "total", "undone") VALUES (1, '2026-11-28T02:23:49+00:00', 'edit lena --phone ''+49 (30) 12-34'' --phone ''0049 30 1234'' --phone ''030 777''', 1, 3, 120, 0);
INSERT INTO "step" ("id", "at", "what", "first", "last", "total", "undone") VALUES (2, '2026-11-28T02:23:49+00:00', 'gave sam ''a lift''', 4, 4, 160, 0);
INSERT INTO "step" ("id", "at", "what", "first", "last", "total", "undone") VALUES (3, '2026-11-28T02:23:50+00:00', 'log sam -k call -c rowing -l ''goals: a boat''', 5, 7, 280, 0);
INSERT INTO "step" ("id", "at", "what", "first", "last", "total", "undone") VALUES (4, '2026-11-28T02:23:51+00:00', 'duplicates --not-same lena sam', 8, 8, 320, 0);
INSERT INTO "step" ("id", "at", "what", "first", "last", "total", "undone") VALUES (5, '2026-11-28T02:23:51+00:00', 'circle divers --every 1m', 9, 9, 360, 0);
INSERT INTO "step" ("id", "at", "what", "first", "last", "total", "undone") VALUES (6, '2026-11-28T02:23:51+00:00', 'circle divers --remove --yes', 10, 10, 476, 0);
INSERT INTO "step" ("id", "at", "what", "first", "last", "total", "undone") VALUES (7, '2026-11-28T02:23:52+00:00', 'edit lena --no-phone', 11, 14, 828, 0);
INSERT INTO "step" ("id", "at", "what", "first", "last", "total", "undone") VALUES (8, '2026-11-28T02:23:52+00:00', 'edit lena --phone ''+49 30 1234''', 15, 15, 868, 0);
INSERT INTO "step" ("id", "at", "what", "first", "last", "total", "undone") VALUES (9, '2026-11-28T02:23:53+00:00', 'topics rowing --rename sculling', 16, 16, 950, 0);
INSERT INTO "step" ("id", "at", "what", "first", "last", "total", "undone") VALUES (10, '2026-11-28T02:23:53+00:00', 'add ''Tomas Thimble'' --phone 123', 17, 18, 1030, 0);
INSERT INTO "step" ("id", "at", "what", "first", "last", "total", "undone") VALUES (11, '2026-11-28T02:23:53+00:00', 'remove tomas --yes', 19, 20, 1538, 0);
INSERT INTO "step" ("id", "at", "what", "first", "last", "total", "undone") VALUES (12, '2026-11-28T02:23:54+00:00', 'strain omar late', 22, 22, 1578, 1);
CREATE VIRTUAL TABLE search USING fts5(text, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2');
INSERT INTO search (rowid, text) SELECT source.id * 32 + 1, coalesce(source."name", '') || ' ' || coalesce(source."name_key", '') || ' ' || coalesce(source."handle", '') || ' ' || coalesce(source."org", '') || ' ' || coalesce(source."department", '') || ' ' || coalesce(source."title", '') || ' ' || coalesce(source."place", '') || ' ' || coalesce(source."how_met", '') || ' ' || coalesce(source."parted_why", '') FROM main.person AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 2, coalesce(source."name", '') || ' ' || coalesce(source."key", '') FROM main.alias AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 3, coalesce(source."address", '') FROM main.email AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 4, coalesce(source."number", '') FROM main.phone AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 5, coalesce(source."address", '') FROM main.url AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 6, coalesce(source."name", '') || ' ' || coalesce(source."key", '') FROM main.tag AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 7, coalesce(source."kind", '') || ' ' || coalesce(source."place", '') || ' ' || coalesce(source."summary", '') || ' ' || coalesce(source."fleeting", '') FROM main.meeting AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 8, coalesce(source."name", '') || ' ' || coalesce(source."key", '') || ' ' || coalesce(source."place", '') || ' ' || coalesce(source."host", '') FROM main.event AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 9, coalesce(source."name", '') || ' ' || coalesce(source."key", '') FROM main.topic AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 10, coalesce(source."detail", '') FROM main.commonality AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 11, coalesce(source."about", '') || ' ' || coalesce(source."text", '') FROM main.note AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 12, coalesce(source."text", '') || ' ' || coalesce(source."thanks", '') FROM main.favor AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 13, coalesce(source."text", '') FROM main.followup AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 14, coalesce(source."text", '') || ' ' || coalesce(source."reply", '') FROM main.request AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 15, coalesce(source."text", '') || ' ' || coalesce(source."repair", '') FROM main.strain AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 16, coalesce(source."because", '') FROM main.introduction AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 17, coalesce(source."org", '') || ' ' || coalesce(source."why", '') FROM main.farewell AS source;
INSERT INTO search (rowid, text) SELECT source.id * 32 + 18, coalesce(source."name", '') || ' ' || coalesce(source."key", '') || ' ' || coalesce(source."description", '') FROM main.circle AS source;
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
CREATE INDEX introduction_b ON introduction (b_id);
CREATE INDEX name_word_person ON name_word (person_id);
CREATE INDEX note_meeting ON note (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX note_person ON note (person_id, date);
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
CREATE INDEX favor_meeting ON favor (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX favor_owed ON favor (date) WHERE direction = 'got' AND thanked_on IS NULL;
CREATE INDEX favor_person ON favor (person_id, date);
CREATE INDEX request_pending ON request (person_id) WHERE answer = 'pending';
CREATE INDEX request_person ON request (person_id);
CREATE INDEX followup_meeting ON followup (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX followup_open ON followup (due_on) WHERE status = 'open';
CREATE INDEX followup_person ON followup (person_id);
CREATE UNIQUE INDEX strain_open ON strain (person_id) WHERE repaired_on IS NULL;
CREATE INDEX strain_person ON strain (person_id);
CREATE INDEX identity_person ON identity (person_id);
CREATE INDEX not_same_b ON not_same (b_id);
CREATE INDEX step_last ON step (last);
CREATE INDEX step_undone ON step (undone);
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
COMMIT;
