package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"demarc/checks/all"
	"demarc/checks/glossary"
)

// cloudTitles are the clouds' names for people.
var cloudTitles = map[string]string{"aws": "AWS", "azure": "Azure", "gcp": "Google Cloud"}

// entry is a term as it is printed: with the ids of its checks.
type entry struct {
	glossary.Term
	Checks map[string][]string `json:"checks"` // by cloud
}

func (a *app) glossaryCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "glossary [TERM...]", Short: "Show what each cloud calls the same control, and its checks",
		Long: "Show a control under the name that each cloud has for it, with the checks that look at it.\nA term is an id of the list, or a word of any cloud's name for it. Without one: the list.",
		RunE: func(_ *cobra.Command, args []string) error {
			chosen, err := termsOf(args)
			switch {
			case err != nil:
				return err
			case asJSON:
				return a.printJSON(chosen)
			case len(args) == 0:
				a.listTerms(chosen)
			default:
				a.printTerms(chosen)
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// termsOf finds terms: by id, else by a word of a name.
func termsOf(words []string) (chosen []entry, err error) {
	terms, ids := glossary.Terms(), map[string]bool{}
	for _, t := range terms {
		ids[t.ID] = true
	}
	if len(words) == 0 {
		for _, t := range terms {
			chosen = append(chosen, entryOf(t))
		}
		return chosen, nil
	}
	for _, w := range words {
		found := slices.DeleteFunc(slices.Clone(terms), func(t glossary.Term) bool { return t.ID != w })
		if len(found) == 0 {
			found = slices.DeleteFunc(slices.Clone(terms), func(t glossary.Term) bool { return !named(t, w) })
		}
		if len(found) == 0 {
			return nil, usagef("unknown term %q%s; demarc glossary lists them", w, suggest(w, ids))
		}
		for _, t := range found {
			chosen = append(chosen, entryOf(t))
		}
	}
	return chosen, nil
}

// named reports whether a title or a name of the term holds the word.
func named(t glossary.Term, word string) bool {
	word = strings.ToLower(word)
	for _, n := range t.Names {
		if strings.Contains(strings.ToLower(n), word) {
			return true
		}
	}
	return strings.Contains(strings.ToLower(t.Title), word)
}

func entryOf(t glossary.Term) entry {
	e := entry{t, map[string][]string{}}
	for _, c := range all.Checks {
		if cloud, _, _ := strings.Cut(c.ID, "-"); t.Matches(c.ID) {
			e.Checks[cloud] = append(e.Checks[cloud], c.ID)
		}
	}
	for _, ids := range e.Checks {
		slices.Sort(ids)
	}
	return e
}

func (a *app) listTerms(all []entry) {
	for _, e := range all {
		fmt.Fprintf(a.stdout, "%-28s %s\n", e.ID, e.Title)
	}
}

func (a *app) printTerms(all []entry) {
	for i, e := range all {
		if i > 0 {
			fmt.Fprintln(a.stdout)
		}
		fmt.Fprintf(a.stdout, "%s: %s\n%s\n", e.ID, e.Title, e.Meaning)
		for _, cloud := range cloudNames {
			name := e.Names[cloud]
			if name == "" {
				name = "(nothing of the kind)"
			}
			fmt.Fprintf(a.stdout, "\n  %s: %s\n", cloudTitles[cloud], name)
			for _, id := range e.Checks[cloud] {
				fmt.Fprintf(a.stdout, "    %s\n", id)
			}
			if len(e.Checks[cloud]) == 0 && e.Names[cloud] != "" {
				fmt.Fprintf(a.stdout, "    (no check looks at it)\n")
			}
		}
	}
}
