// Checks what the project's integrity library made with Go's own transparency log library, golang.org/x/mod/sumdb.
//
// Standard input: a JSON list of claims. Standard output: a JSON list, one text a claim: why it is refused, or "".
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A claim is that a signed checkpoint holds, that an entry is in its tree, and that an older tree is its beginning.
type claim struct {
	Key         string   `json:"key"`
	Checkpoint  string   `json:"checkpoint"`
	Index       int64    `json:"index"`
	Entry       []byte   `json:"entry"`
	Inclusion   []string `json:"inclusion"`
	OldSize     int64    `json:"oldSize"`
	OldRoot     string   `json:"oldRoot"`
	Consistency []string `json:"consistency"`
}

// The body of a C2SP tlog-checkpoint: origin, size and root, a line each.
func parseCheckpoint(text, origin string) (size int64, root tlog.Hash, err error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != origin {
		return 0, root, fmt.Errorf("no checkpoint of %s", origin)
	}
	if size, err = strconv.ParseInt(lines[1], 10, 64); err != nil {
		return 0, root, err
	}
	root, err = tlog.ParseHash(lines[2])
	return size, root, err
}

func hashes(texts []string) ([]tlog.Hash, error) {
	list := make([]tlog.Hash, len(texts))
	for i, text := range texts {
		hash, err := tlog.ParseHash(text)
		if err != nil {
			return nil, err
		}
		list[i] = hash
	}
	return list, nil
}

func check(c claim) error {
	verifier, err := note.NewVerifier(c.Key)
	if err != nil {
		return err
	}
	opened, err := note.Open([]byte(c.Checkpoint), note.VerifierList(verifier))
	if err != nil {
		return err
	}
	size, root, err := parseCheckpoint(opened.Text, verifier.Name())
	if err != nil {
		return err
	}
	inclusion, err := hashes(c.Inclusion)
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(tlog.RecordProof(inclusion), size, root, c.Index, tlog.RecordHash(c.Entry)); err != nil {
		return err
	}
	consistency, err := hashes(c.Consistency)
	if err != nil {
		return err
	}
	oldRoot, err := tlog.ParseHash(c.OldRoot)
	if err != nil {
		return err
	}
	return tlog.CheckTree(tlog.TreeProof(consistency), size, root, c.OldSize, oldRoot)
}

func main() {
	var claims []claim
	if err := json.NewDecoder(os.Stdin).Decode(&claims); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	refusals := make([]string, len(claims))
	for i, c := range claims {
		if err := check(c); err != nil {
			refusals[i] = err.Error()
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(refusals); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
