# Write nonsense over the rows of a shared journal, in a commit that follows its last one.
export GIT_DIR=$1 GIT_INDEX_FILE=$PWD/index
export GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=x GIT_COMMITTER_NAME=x GIT_COMMITTER_EMAIL=x
git read-tree netbook
nonsense=$(echo nonsense | git hash-object -w --stdin)
git ls-files rows | sed "s/^/100644 $nonsense\t/" | git update-index --index-info
git update-ref refs/heads/netbook "$(git commit-tree -p netbook -m x "$(git write-tree)")"
