package attest

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Hash is the SHA-256 of a file.
func Hash(path string) (string, error) {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("it is no file")
	}
	var f *os.File
	if err == nil {
		f, err = os.Open(path)
	}
	if err != nil {
		var p *os.PathError
		if errors.As(err, &p) {
			err = p.Err
		}
		return "", fmt.Errorf("cannot read %s: %w", path, err)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", fmt.Errorf("cannot read %s: %w", path, err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// VerifyEvidence compares the file that a statement rests on with its hash. A
// link is taken as it is: nothing is fetched.
func (a *Attestation) VerifyEvidence() error {
	if a.Evidence.Path == "" {
		return nil
	}
	path := a.Evidence.Path
	if !filepath.IsAbs(path) {
		path = filepath.Join(filepath.Dir(a.file), path)
	}
	got, err := Hash(path)
	if err != nil {
		return fmt.Errorf("%s: the evidence of %s: %w", a.Place, a.ID, err)
	}
	if got != a.Evidence.SHA256 {
		return fmt.Errorf("%s: the evidence of %s: %s is not the file that was attested: its hash is %s", a.Place, a.ID, path, got)
	}
	return nil
}
