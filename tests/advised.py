"""Messages that say what to do, and what comes of doing it.

A block is a session: `$` and what is typed after `netbook`, and under it what is in the answer. The first such text
is an advice, the command after it follows the advice, and the last text shows that it helped.
"""

IN_A_NEW_JOURNAL = r"""
$ add Bo
$ circles
netbook edit WHO --circle team
$ edit bo --circle team
$ circles
team       2w          1

$ people
netbook add "NAME"
$ add "Bo"
$ people
Bo

$ backup
netbook add creates it
$ add Bo
$ backup
Backed up

$ people
netbook import FILE
$ import people.csv
$ people
Zoe

$ events
netbook event NAME --on DATE adds one
$ event Fair --on today
$ events
Fair

$ events
netbook log WHO --event NAME does as well
$ log --new Bo --event Fair
$ events
Fair

$ add Bo
$ topics
netbook common WHO TOPIC
$ common bo chess
$ topics
chess

$ due
netbook add "NAME" --circle peers
$ add "Bo" --circle peers
$ due
Bo

$ roots
netbook add NAME --circle peers
$ add Bo --circle peers
$ roots
peers

$ meetings
netbook log WHO records one
$ log --new Bo -m tea
$ meetings
tea

$ me --vcard
netbook me NAME
$ me Zoe
$ me --vcard
FN:Zoe

$ add Bo
$ goodbye
netbook goodbye WHO parts from somebody
$ goodbye bo
Parted from Bo

$ sync --leave
netbook sync REMOTE begins it
$ sync ./remote --plain
$ sync --leave
No longer synced

$ --today 2026-11-21
netbook demo
$ demo
Play with it

$ add Bo
$ circle nope --add
netbook circle NAME --add WHO…
$ circle peers --add bo
$ show bo
peers

$ add Bo
$ backup --list
netbook backup
$ backup
$ backup --list
until you remove it

$ add Bo
$ add Cy
netbook edit cy --circle peers
$ edit cy --circle peers
$ show cy
peers

$ add Bo
$ log bo
netbook edit bo --circle peers
$ edit bo --circle peers
$ log bo
next due       Bo

"""

# What somebody has done before: tests/test_advice.py.
IN_A_JOURNAL = r"""
# Names that nobody has, and names that somebody has already.

$ show zzz
netbook people lists everybody
$ people
ana-ruiz

$ people --tag nope
netbook people lists everybody
$ people
ana-ruiz

$ people --circle nope
netbook circle NAME --every 1m adds one
$ circle nope --every 1m
$ people --circle nope
Nobody

$ topics nope
netbook topics lists all
$ topics
chess

$ goal Nope
netbook events lists all events
$ events
Fair

$ events --since 2026-12-01
netbook events lists all events
$ events
Fair

$ meetings --since 2026-12-01
netbook meetings lists all of them
$ meetings
bees

$ circle peers
netbook circles lists them
$ circles
peers

$ show m99
netbook find WORDS shows the references of what it finds
$ find bees
m1

$ drop x7
netbook drop --help
$ drop --help
Usage: netbook drop

$ likes chess
netbook likes WHO chess
$ likes ana chess
$ show ana
chess

$ log ana -c rowing
$ topics rowing --rename chess
netbook topics "rowing" --merge "chess"
$ topics "rowing" --merge "chess"
$ topics
chess

$ topics --rename chess
netbook topics TOPIC --rename …
$ topics chess --rename Chess
$ topics
Chess

$ log bo -c biking
$ log ana -c bikin
netbook topics "bikin" --merge "biking"
$ topics "bikin" --merge "biking"
$ common ana
biking

$ log ana -e Fairr
netbook event "Fairr" --on 2026-11-21 --rename "Fair" --merge
$ event "Fairr" --on 2026-11-21 --rename "Fair" --merge
$ meetings ana
Fair

$ event Fairs --on 2026-10-16
netbook event "Fairs" --on 2026-10-16 --rename "Fair"
$ event "Fairs" --on 2026-10-16 --rename "Fair"
$ events --csv
2026-10-16

$ plan ana -e Fair --on 2026-11-24
netbook event "Fair" --on 2026-11-24
$ event "Fair" --on 2026-11-24
$ plan ana -e Fair --on 2026-11-24
Planned

# What somebody is known to like, and who is whose.

$ likes ana chess --not
netbook show ana-ruiz lists interests
$ show ana-ruiz
Ana Ruiz

$ tie ana boss bo --not
netbook show ana-ruiz lists ties
$ show ana-ruiz
Ana Ruiz

$ log ana -c rowing
$ likes bo rowing
netbook common bo rowing
$ common bo rowing
$ common bo
rowing

$ log ana -c rowing
$ likes bo rowing
$ common
netbook common bo rowing
$ common bo rowing
$ common bo
rowing

$ common
netbook topics
$ topics
chess

# Days, plans and meetings.

$ log ana --on 2026-11-28
netbook plan WHO --on 2026-11-28
$ plan ana --on 2026-11-28
$ plan
28 Nov  Ana Ruiz

$ plan ana --on 2026-11-01
netbook log WHO --on 2026-11-01
$ log ana --on 2026-11-01
$ meetings --csv
2026-11-01

$ plan
netbook plan WHO --on DATE
$ plan ana --on 2026-11-28
$ plan
28 Nov  Ana Ruiz

$ log p2
netbook plan lists those that are open
$ plan
planned

$ plan ana --on 2026-11-21
netbook log p1
$ log p1
$ meetings ana
Ana Ruiz

$ plan ana --on 2026-11-23
$ log p1
netbook plan p1 --on DATE
$ plan p1 --on today
$ log p1
Logged

$ plan ana --on 2026-11-21
$ due
netbook prep ana-ruiz
$ prep ana-ruiz
you promised: a map

$ edit ana --summary x
netbook edit m12 --summary …
$ edit m1 --summary honey
$ meetings
honey

$ edit m1 --without ana --without bo
netbook remove m1
$ remove m1 --yes
$ find bees
Nothing

$ event Hike --on today
$ prep Hike
netbook event "Hike" --on 2026-11-21 --with WHO
$ event "Hike" --on 2026-11-21 --with ana
$ prep Hike
Ana Ruiz

# Jotted down.

$ jot 'lunch with Zelda'
netbook log --new Zelda -k lunch -m 'lunch with Zelda'
$ log --new Zelda -k lunch -m 'lunch with Zelda'
$ meetings
Zelda

$ jot 'yesterday: Fair with Ana'
netbook log ana-ruiz --on 2026-11-20 -m 'yesterday: Fair with Ana'
$ log ana-ruiz --on 2026-11-20 -m 'yesterday: Fair with Ana'
$ meetings
yesterday

$ jot 'birthday zelda 5 may'
netbook log --new "NAME"
$ log --new "Zelda"
$ people
Zelda

$ jot ''
netbook jot lunch with Ana
$ jot lunch with Ana
$ meetings
lunch

$ edit ana --birthday 1990-05-04
$ jot 'Ana birthday 5 may'
netbook edit ana-ruiz --birthday --05-05
$ edit ana-ruiz --birthday --05-05
$ show ana
5 May

# Promises, favours, requests.

$ done 7
netbook todo lists those that are open
$ todo
a map

$ done p1
netbook todo lists them with their numbers
$ todo
a map

$ promise ana 'a pear'
netbook done 2
$ done 2
$ show ana
done

$ due
netbook todo
$ todo
a map

$ got ana 'a pear'
netbook thank ana-ruiz
$ thank ana-ruiz
$ show ana
gave nothing yet, got 1

$ thank bo --for nonsense
netbook got bo TEXT records a favour first
$ got bo nonsense
$ thank bo --for nonsense
Thanked

$ repair ana
netbook strain ana-ruiz TEXT records a strain
$ strain ana-ruiz cold
$ repair ana
Ana Ruiz

$ strain ana cold
$ strain ana colder
netbook repair ana-ruiz
$ repair ana-ruiz
$ strain ana colder
colder

$ strain ana cold
netbook common ana-ruiz TOPIC
$ common ana-ruiz tea
$ common ana
tea

$ answer ana yes
netbook ask ana-ruiz TEXT
$ ask ana-ruiz 'a lift'
$ answer ana yes
Ana Ruiz

$ ask ana 'a lift'
netbook gave ana-ruiz TEXT
$ gave ana-ruiz tea
$ show ana
gave 1

$ ask ana 'a lift'
netbook answer ana-ruiz yes, or no
$ answer ana-ruiz yes
$ show ana
Ana Ruiz

$ ask ana 'a lift'
$ ask ana 'a book'
$ answer ana yes
netbook answer ana-ruiz yes --to WORDS
$ answer ana-ruiz yes --to lift
$ answer ana yes
Ana Ruiz

$ ask ana 'a lift'
$ answer ana no -p 'a card'
netbook promise ana-ruiz TEXT
$ promise ana-ruiz 'a card'
$ todo
a card

# Introductions.

$ intro ana bo --outcome declined
$ intro ana bo
netbook intro ana-ruiz bo --outcome made
$ intro ana-ruiz bo --outcome made
$ show ana
made

$ intro ana bo --outcome offered
netbook intro ana-ruiz bo
$ intro ana-ruiz bo
$ show ana
made

$ intros ana
netbook common WHO TOPIC records what you share with people
$ common ana tea
$ topics
tea

# People who are one, or two.

$ add 'Ana Ruis'
$ duplicates
netbook duplicates --not-same WHO WHO
$ duplicates --not-same ana-ruiz ana-ruis
$ duplicates
No

$ add 'Ana Ruis'
$ duplicates
netbook merge KEEP OTHER
$ merge ana-ruiz ana-ruis
$ show ana
Ana Ruis

$ add 'Ana Ruis'
$ merge ana-ruiz ana-ruis
netbook undo
$ undo
$ people
ana-ruis

# Pausing and parting.

$ pause ana
netbook resume ana-ruiz
$ resume ana-ruiz
$ show ana
21 December

$ pause ana
$ show ana
netbook resume ana-ruiz
$ resume ana-ruiz
$ show ana
21 December

$ pause ana
$ due
netbook resume WHO
$ resume ana
$ show ana
21 December

$ pause ana
$ due
netbook people
$ people
Ana Ruiz

$ goodbye ana
netbook resume ana-ruiz brings them back
$ resume ana-ruiz
$ show ana
21 December

$ goodbye ana
netbook done 1
$ done 1
$ show ana
done

$ strain ana cold
$ goodbye ana
netbook repair ana-ruiz
$ repair ana-ruiz
$ show ana
repair

$ edit ana --org Acme
$ goodbye --org Nope
netbook reach lists the organisations
$ reach
Acme

$ edit ana --org Acme
$ goodbye ana
$ goodbye --org Acme
netbook people --parted lists those you parted from
$ people --parted
Ana Ruiz

$ edit ana --org Acme
$ goodbye ana
$ reach Acme
netbook people --parted --org "Acme"
$ people --parted --org "Acme"
Ana Ruiz

$ edit ana --org Acme
$ goodbye --done ana
netbook goodbye --org ORG begins one
$ goodbye --org Acme
$ goodbye --done ana
Parted

$ edit ana --org Acme
$ goodbye --org Acme
$ goodbye --org Acme --done bo
netbook goodbye bo parts from them alone
$ goodbye bo
$ people --parted
Bo

$ edit ana --org Acme
$ goodbye --org Acme
$ goodbye --undone ana
netbook goodbye --done ana-ruiz does it
$ goodbye --done ana-ruiz
$ people --parted
Ana Ruiz

$ edit ana --org Acme
$ edit bo --org Acme
$ goodbye --org Acme
$ goodbye --done bo
$ goodbye --done bo
netbook goodbye --undone bo takes that back
$ goodbye --undone bo
$ people
Bo

$ edit ana --org Acme
$ goodbye --org Acme
netbook goodbye --done WHO when you have seen somebody
$ goodbye --done ana
$ people --parted
Ana Ruiz

$ goodbye ana
$ goodbye bo
$ people
netbook people --parted
$ people --parted
Ana Ruiz

$ reach
netbook edit WHO --org "ORG"
$ edit ana --org "Acme"
$ reach
Acme

# What was removed, and what was done.

$ remove bo --yes
netbook undo brings it back
$ undo
$ people
Bo

$ remove bo --yes
netbook history --clear forgets it
$ history --clear --yes
$ undo
nothing is left to undo

$ backup
$ remove bo --yes
netbook backup --list
$ backup --list
until you remove it

$ history --clear --yes
$ undo
netbook history shows what has changed the journal
$ history

$ history --limit 1
netbook history --all
$ history --all
pause bo

# A journal of its own.

$ backup
$ restore
netbook backup --list lists them
$ backup --list
until you remove it

$ sync
netbook sync REMOTE
$ sync ./remote --plain
$ sync
nothing new

$ sync ./remote --plain
$ sync ./other --plain
netbook sync --leave
$ sync --leave
$ sync ./other --plain
other

$ sync ./remote --plain
$ remove bo --yes
netbook sync
$ sync
$ sync
nothing new

# Answers to questions that are not asked: an option of the same command.

$ log ana -e Fair
--on 2026-11-16
$ log ana -e Fair --on 2026-11-16
$ meetings ana
Fair

$ log ana -e Fair
--new-edition
$ log ana -e Fair --new-edition
$ events --csv
2026-11-21

$ add 'Ana Ruiz'
--namesake
$ add 'Ana Ruiz' --namesake
$ people
ana-ruiz-2

$ remove bo
--yes
$ remove bo --yes
$ undo
remove bo

$ circle peers --remove
--yes
$ circle peers --remove --yes
$ undo
peers

$ history --clear
--yes
$ history --clear --yes
$ undo
nothing is left to undo

$ backup copy.db
$ backup copy.db
--force
$ backup copy.db --force
copy.db
"""
