package report

import (
	"fmt"
	"io"

	"demarc/scanner"
)

// Create begins the next file of a Folder, and ends the one before. The names
// have no folder in them.
type Create func(name string) (io.Writer, error)

// A Folder is a format that writes a scan as several named files.
type Folder struct {
	// Pattern is of the names of its files, as of path.Match: those that an
	// earlier scan left are replaced.
	Pattern string
	// Named says that the names of its files tell what is in them, so that no
	// file of another name can stand for one.
	Named bool
	Write func(Create, scanner.Reader) error
}

// alone writes a Folder to one writer: its files one after another where each
// can be told from the next, and otherwise the only one.
func (f Folder) alone(w io.Writer, r scanner.Reader) error {
	n := 0
	return f.Write(func(name string) (io.Writer, error) {
		if n++; n > 1 && !f.Named {
			return nil, fmt.Errorf("the scan takes several files: give --output a folder, such as reports/")
		}
		return w, nil
	}, r)
}
