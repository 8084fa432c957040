// Checks what the project's integrity library made with Go's own transparency log library, golang.org/x/mod/sumdb.
//
// Standard input: a JSON list of claims. Standard output: a JSON list, one text a claim: why it is refused, or "".
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A claim is that the checkpoint, the tiles and a receipt in a folder hold, and that the log signed a former checkpoint of
// which they are the continuation.
type claim struct {
	// Files as a ledger serves them, or has them in a bundle.
	Folder string `json:"folder"`
	Key    string `json:"key"`
	// Of the entry whose receipt is looked at.
	Index int64 `json:"index"`
	// A signed note, by a key of its own: the key may have been changed since.
	Former      string   `json:"former"`
	FormerKey   string   `json:"formerKey"`
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

func openCheckpoint(key string, signed []byte) (size int64, root tlog.Hash, err error) {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return 0, root, err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return 0, root, err
	}
	return parseCheckpoint(opened.Text, verifier.Name())
}

// Hashes of a tile, as C2SP tlog-tiles has them.
const tileHeight = 8

// A folder of files, as a tlog.TileReader.
type folder string

func (f folder) read(t tlog.Tile) ([]byte, error) {
	path := strings.Replace(t.Path(), fmt.Sprintf("tile/%d/", tileHeight), "tile/", 1)
	return os.ReadFile(filepath.Join(string(f), strings.Replace(path, "tile/data/", "tile/entries/", 1)))
}

func (f folder) Height() int { return tileHeight }

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, t := range tiles {
		var err error
		if data[i], err = f.read(t); err != nil {
			return nil, err
		}
	}
	return data, nil
}

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

// The tiles of a tree; tlog.NewTiles also names narrower ones, that were published before.
func tilesOf(size int64) (tiles []tlog.Tile) {
	for level := 0; size > 0; level, size = level+1, size>>tileHeight {
		for n := int64(0); n<<tileHeight < size; n++ {
			width := size - n<<tileHeight
			if width > 1<<tileHeight {
				width = 1 << tileHeight
			}
			tiles = append(tiles, tlog.Tile{H: tileHeight, L: level, N: n, W: int(width)})
		}
	}
	return tiles
}

func check(c claim) error {
	signed, err := os.ReadFile(filepath.Join(c.Folder, "checkpoint"))
	if err != nil {
		return err
	}
	size, root, err := openCheckpoint(c.Key, signed)
	if err != nil {
		return err
	}
	entry, err := checkReceipt(c, string(signed), size, root)
	if err != nil {
		return err
	}
	formerSize, formerRoot, err := openCheckpoint(c.FormerKey, []byte(c.Former))
	if err != nil {
		return err
	}
	consistency, err := hashes(c.Consistency)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(tlog.TreeProof(consistency), size, root, formerSize, formerRoot); err != nil {
		return err
	}
	// Believes no hash of a tile that does not lead to the root.
	files := folder(c.Folder)
	tree := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, files)
	entries, err := checkTiles(files, size, tree)
	if err != nil {
		return err
	}
	if !bytes.Equal(entries[c.Index], entry) {
		return fmt.Errorf("the receipt of entry %d is of another one", c.Index)
	}
	own, err := tlog.ProveTree(size, formerSize, tree)
	if err != nil {
		return err
	}
	return tlog.CheckTree(own, size, root, formerSize, formerRoot)
}

// A C2SP tlog-proof: its name, the entry, its index, a hash a line, an empty line, the checkpoint. Answers the entry.
func checkReceipt(c claim, signed string, size int64, root tlog.Hash) ([]byte, error) {
	receipt, err := os.ReadFile(filepath.Join(c.Folder, fmt.Sprintf("proofs/%d.tlog-proof", c.Index)))
	if err != nil {
		return nil, err
	}
	head, checkpoint, _ := strings.Cut(string(receipt), "\n\n")
	lines := strings.Split(head, "\n")
	if len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "extra ") {
		return nil, fmt.Errorf("no receipt")
	}
	if checkpoint != signed {
		return nil, fmt.Errorf("a receipt under another checkpoint")
	}
	entry, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	if err != nil {
		return nil, err
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil {
		return nil, err
	}
	inclusion, err := hashes(lines[3:])
	if err != nil {
		return nil, err
	}
	return entry, tlog.CheckRecord(tlog.RecordProof(inclusion), size, root, index, tlog.RecordHash(entry))
}

// Every tile of hashes, and every entry, is the one of the tree. Answers the entries.
func checkTiles(files folder, size int64, tree tlog.HashReader) (entries [][]byte, err error) {
	for _, t := range tilesOf(size) {
		own, err := tlog.ReadTileData(t, tree)
		if err != nil {
			return nil, err
		}
		if there, err := files.read(t); err != nil || !bytes.Equal(there, own) {
			return nil, fmt.Errorf("%s is not that of the tree: %v", t.Path(), err)
		}
		if t.L == 0 {
			t.L = -1
			of, err := files.read(t)
			if err != nil {
				return nil, err
			}
			for len(of) > 0 {
				if len(of) < 2 || len(of) < 2+int(binary.BigEndian.Uint16(of)) {
					return nil, fmt.Errorf("%s ends within an entry", t.Path())
				}
				end := 2 + int(binary.BigEndian.Uint16(of))
				entries, of = append(entries, of[2:end]), of[end:]
			}
		}
	}
	if int64(len(entries)) != size {
		return nil, fmt.Errorf("%d entries of %d", len(entries), size)
	}
	for i, entry := range entries {
		stored, err := tree.ReadHashes([]int64{tlog.StoredHashIndex(0, int64(i))})
		if err != nil {
			return nil, err
		}
		if stored[0] != tlog.RecordHash(entry) {
			return nil, fmt.Errorf("entry %d is not that of the tree", i)
		}
	}
	return entries, nil
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
