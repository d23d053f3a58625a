package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"demarc/report"
	"demarc/scanner"
)

// A target is one format and where it goes; no file means standard output.
type target struct {
	write report.Format
	file  *wholeFile
}

// targets pairs formats with output files, and finds out before the scan that
// they can be written.
func (a *app) targets(formats, outputs []string, quiet bool) ([]target, error) {
	if len(formats) == 0 && len(outputs) > 0 {
		return nil, usagef("--output needs the --format that goes there")
	}
	if len(outputs) > len(formats) {
		return nil, usagef("%d --output for %d --format: give one of each, in the same order", len(outputs), len(formats))
	}
	text := report.Text{Color: a.colored(a.stdout), Width: width(a.stdout)}
	var all []target
	for i, name := range formats {
		t := target{}
		forFile := report.Text{}
		if i >= len(outputs) || outputs[i] == "-" {
			forFile = text
		}
		var err error
		if t.write, err = report.ByName(name, forFile); err != nil {
			discard(all)
			return nil, usageError{err}
		}
		if i < len(outputs) && outputs[i] != "-" {
			if t.file, err = newWholeFile(outputs[i], 0o666); err != nil {
				discard(all)
				return nil, err
			}
		}
		all = append(all, t)
	}
	toStdout := 0
	for _, t := range all {
		if t.file == nil {
			toStdout++
		}
	}
	if toStdout > 1 {
		discard(all)
		return nil, usagef("%d formats for standard output, which takes one: give the others an --output", toStdout)
	}
	if toStdout == 0 && !quiet {
		all = append(all, target{write: text.Write})
	}
	return all, nil
}

func discard(all []target) {
	for _, t := range all {
		t.file.discard()
	}
}

// writeAll writes a scan to its targets; the files appear whole or not at all.
func (a *app) writeAll(all []target, r scanner.Reader) error {
	var errs []error
	for _, t := range all {
		if t.file == nil {
			errs = append(errs, t.write(a.stdout, r))
			continue
		}
		if err := t.write(t.file, r); err != nil {
			t.file.discard()
			errs = append(errs, err)
			continue
		}
		errs = append(errs, t.file.commit())
	}
	return errors.Join(errs...)
}

// A wholeFile is written beside its place and moved there when it is whole.
type wholeFile struct {
	*os.File
	place string
}

func newWholeFile(place string, mode os.FileMode) (*wholeFile, error) {
	if info, err := os.Stat(place); err == nil && info.IsDir() {
		return nil, fmt.Errorf("cannot write %s: it is a folder", place)
	}
	var suffix [6]byte
	rand.Read(suffix[:])
	name := filepath.Join(filepath.Dir(place), "."+filepath.Base(place)+"."+hex.EncodeToString(suffix[:]))
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
	if err != nil {
		var path *os.PathError
		if errors.As(err, &path) {
			err = path.Err
		}
		return nil, fmt.Errorf("cannot write %s: %w", place, err)
	}
	return &wholeFile{f, place}, nil
}

func (f *wholeFile) commit() error {
	err := errors.Join(f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), f.place)
	}
	if err != nil {
		os.Remove(f.Name())
		return fmt.Errorf("cannot write %s: %w", f.place, err)
	}
	return nil
}

func (f *wholeFile) discard() {
	if f != nil {
		f.Close()
		os.Remove(f.Name())
	}
}
