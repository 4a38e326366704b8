"""What a brief is made of besides the person's own row, which is in `read.person`.

Each statement goes through an index: the person's, the meeting's or the topic's.
"""

from __future__ import annotations

ALSO = 3  # others named who share a topic

FIRST = """
SELECT a.date, m.kind, e.name
FROM attendance a JOIN meeting m ON m.id = a.meeting_id LEFT JOIN event e ON e.id = m.event_id
WHERE a.person_id = :person AND a.human = 1 AND a.date <= :today
ORDER BY a.date, a.meeting_id LIMIT 1
"""
MEETINGS = """
SELECT m.date, m.kind, m.minutes, m.place, e.name, m.summary,
  (SELECT group_concat(name, char(10)) FROM (
    SELECT o.name FROM attendance b JOIN person o ON o.id = b.person_id
    WHERE b.meeting_id = m.id AND b.person_id <> :person ORDER BY o.name_key, o.id)), m.fleeting
FROM attendance a JOIN meeting m ON m.id = a.meeting_id LEFT JOIN event e ON e.id = m.event_id
WHERE a.person_id = :person AND a.human = 1 AND a.date <= :today
ORDER BY a.date DESC, a.meeting_id DESC LIMIT 3
"""
WRITTEN = """
SELECT m.date, m.kind, m.summary FROM attendance a JOIN meeting m ON m.id = a.meeting_id
WHERE a.person_id = :person AND a.human = 0 AND a.date <= :today
ORDER BY a.date DESC, a.meeting_id DESC LIMIT 1
"""
COMMON = f"""
SELECT t.name, k.found_on, k.detail,
  (SELECT count(*) - 1 FROM commonality o WHERE o.topic_id = k.topic_id),
  (SELECT group_concat(name, char(10)) FROM (
    SELECT p.name FROM commonality o JOIN person p ON p.id = o.person_id
    WHERE o.topic_id = k.topic_id AND o.person_id <> k.person_id ORDER BY o.id DESC LIMIT {ALSO}))
FROM commonality k JOIN topic t ON t.id = k.topic_id
WHERE k.person_id = :person AND k.found_on <= :today
ORDER BY k.found_on DESC, k.id DESC
"""
NOTES = "SELECT about, text, date FROM note WHERE person_id = :person AND date <= :today ORDER BY date, id"
FOLLOWUPS = """
SELECT id, whose, text, promised_on, due_on FROM followup
WHERE person_id = :person AND status = 'open' AND promised_on <= :today
ORDER BY whose, due_on IS NULL, due_on, id
"""
FAVORS = """
SELECT direction, text, date, thanked_on IS NOT NULL FROM favor
WHERE person_id = :person AND date <= :today ORDER BY date, id
"""
REQUESTS = """
SELECT text, asked_on, answer, answered_on, reply FROM request
WHERE person_id = :person AND asked_on <= :today
ORDER BY coalesce(answered_on, asked_on) DESC, id DESC
"""
STRAIN = """
SELECT text, since FROM strain WHERE person_id = :person AND repaired_on IS NULL AND since <= :today
"""
REPAIRED = """
SELECT since, text, repaired_on, repair FROM strain
WHERE person_id = :person AND repaired_on <= :today ORDER BY repaired_on DESC, id DESC LIMIT 1
"""
INTRODUCTIONS = """
SELECT o.name, i.date, i.outcome, i.because
FROM introduction i JOIN person o ON o.id = i.a_id + i.b_id - :person
WHERE (i.a_id = :person OR i.b_id = :person) AND i.date <= :today ORDER BY i.date DESC, i.id DESC
"""
