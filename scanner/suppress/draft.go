package suppress

import (
	"fmt"
	"strings"

	"demarc/scanner/decision"
)

// A Draft is a suppression in the making. What is empty of the reason and of
// who signs is left to be filled in.
type Draft struct {
	ID                                    string
	Check, Resource, Account, Region, Tag []string
	Reason, Owner, Approver, Expires      string
	Place                                 string // where it comes from
}

// Write writes drafts as a file.
func Write(drafts []Draft) string {
	var b strings.Builder
	b.WriteString("suppressions:")
	if len(drafts) == 0 {
		b.WriteString(" []")
	}
	b.WriteString("\n")
	for _, d := range drafts {
		if d.Place != "" {
			b.WriteString(decision.Comment("  ", d.Place))
		}
		fmt.Fprintf(&b, "  - id: %s\n", decision.Quote(d.ID))
		for _, f := range []struct {
			key    string
			values []string
		}{{"check", d.Check}, {"resource", d.Resource}, {"account", d.Account}, {"region", d.Region}, {"tag", d.Tag}} {
			writeList(&b, f.key, f.values)
		}
		for _, f := range []struct{ key, value, todo string }{
			{"reason", d.Reason, "why it is accepted"}, {"owner", d.Owner, "who answers for it"}, {"approver", d.Approver, "someone else"}, {"expires", d.Expires, "a date"},
		} {
			if f.value == "" {
				f.value = decision.Todo + " " + f.todo
			}
			fmt.Fprintf(&b, "    %s: %s\n", f.key, decision.Quote(f.value))
		}
	}
	return b.String()
}

func writeList(b *strings.Builder, key string, values []string) {
	switch len(values) {
	case 0:
	case 1:
		fmt.Fprintf(b, "    %s: %s\n", key, decision.Quote(values[0]))
	default:
		fmt.Fprintf(b, "    %s:\n", key)
		for _, v := range values {
			fmt.Fprintf(b, "      - %s\n", decision.Quote(v))
		}
	}
}
