package explain

import (
	"fmt"
	"io"

	"demarc/checks"
)

// Write writes the subject for people: its layers from the ground up.
func (s Subject) Write(w io.Writer) error {
	fmt.Fprintf(w, "%s", line(s.Name))
	switch s.Kind {
	case "resource":
		fmt.Fprintf(w, ": %s, %s, account %s", s.Type, s.Model, s.Account)
		if s.Region != "" {
			fmt.Fprintf(w, ", %s", s.Region)
		}
		fmt.Fprintf(w, "\n%s\n", line(s.FullID))
	default:
		fmt.Fprintf(w, ": the %s in %s, mostly %s\n", s.Kind, s.Provider, s.Model)
	}
	for _, l := range s.Layers {
		found := standing(l)
		if l.Owner == checks.Provider && len(l.Counts) == 0 {
			found = "inherited"
		}
		fmt.Fprintf(w, "\n  %-36s %-9s %s\n", l.Title, l.Owner, found)
		for _, words := range l.Words {
			fmt.Fprintf(w, "      %s: %s is %s\n", words.Publisher, words.Row, whose(words.Owner))
		}
		for _, f := range l.Findings {
			fmt.Fprintf(w, "      %-7s %-8s %s: %s\n", f.Status, f.Severity, f.Check, line(f.Message))
		}
	}
	_, err := fmt.Fprintln(w)
	return err
}

func whose(o checks.Owner) string {
	if o == checks.Shared {
		return "shared"
	}
	return "the " + string(o) + "'s"
}
