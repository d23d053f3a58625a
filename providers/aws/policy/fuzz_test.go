package policy

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func FuzzParse(f *testing.F) {
	for _, c := range slices.Concat(principalCases(), conditionCases(), setCases(), networkCases(), denyCases(), serviceCases(), trustCases()) {
		f.Add(c.doc)
	}
	deny := Statement{Effect: Deny, Principals: []Principal{{PrincipalAny, "*"}}, Actions: []string{"*"}, Resources: []string{"*"}}
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := Parse(text)
		if err != nil {
			return
		}
		checkStable(t, doc)
		ctx := contextFor("s3", false)
		before := Access(doc, ctx)
		checkDeny(t, doc, deny, ctx, before)
		if left := Access(withDeny(doc, deny), ctx); len(left.Grants)+len(left.Possible) > 0 {
			t.Errorf("a Deny of everything leaves %v", render(left))
		}
		for _, s := range doc.Statements {
			s.Effect = Deny
			checkDeny(t, doc, s, ctx, before)
		}
		checkRemovingConditions(t, doc, ctx)
		p := Effective([]Document{doc}, &doc)
		_ = Escalations(p)
		_ = IsAdmin(p)
		_, _ = RequiresTLS(doc, "arn:aws:s3:::b")
		_, _ = MinTLS(doc, "arn:aws:s3:::b")
		_ = FullService(doc)
		_ = DecryptsAllKeys(doc)
	})
}

// checkStable checks that a document survives writing and reading.
func checkStable(t *testing.T, doc Document) {
	t.Helper()
	blob, err := Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Parse(string(blob))
	if err != nil || !reflect.DeepEqual(doc, again) {
		t.Fatalf("%s reads back as %+v, %v; want %+v", blob, again, err, doc)
	}
}

// withDeny appends a statement to a document.
func withDeny(doc Document, s Statement) Document {
	s.Index = len(doc.Statements)
	doc.Statements = append(slices.Clone(doc.Statements), s)
	return doc
}

// checkDeny checks that a further Deny adds no grant.
func checkDeny(t *testing.T, doc Document, deny Statement, ctx Context, before Result) {
	t.Helper()
	if g, added := missingGrant(Access(withDeny(doc, deny), ctx), before); added {
		t.Errorf("a Deny adds the grant %+v", g.Who)
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("s3:Get*", "s3:*Object", "s3:GetObject")
	f.Add("*?a", "?*", "ba")
	f.Fuzz(func(t *testing.T, a, b, s string) {
		if len(a)+len(b)+len(s) > 200 || strings.ContainsAny(s, "*?") {
			return
		}
		inA, inB := covers(a, s), covers(b, s)
		if inB && covers(a, b) && !inA {
			t.Errorf("%q covers %q but not %q", a, b, s)
		}
		if inA && inB && !overlap(a, b) {
			t.Errorf("%q is in %q and %q, which are said not to overlap", s, a, b)
		}
		if overlap(a, b) != overlap(b, a) {
			t.Errorf("overlap of %q and %q depends on their order", a, b)
		}
	})
}
