package policy

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// touches evaluates the scope of a statement for one action on one resource,
// straight from the description of the elements.
func touches(s Statement, action, resource string) bool {
	like := func(list []string, v string, fold bool) bool {
		return slices.ContainsFunc(list, func(p string) bool {
			if fold {
				p, v = strings.ToLower(p), strings.ToLower(v)
			}
			return covers(p, v)
		})
	}
	acts := like(s.Actions, action, true)
	if len(s.NotActions) > 0 {
		acts = !like(s.NotActions, action, true)
	}
	on := like(s.Resources, resource, false)
	if len(s.NotResources) > 0 {
		on = !like(s.NotResources, resource, false)
	}
	return acts && on
}

// randomScope draws a statement for everybody over actions and resources.
func randomScope(r *rand.Rand, index int) Statement {
	some := func(list ...string) (out []string) {
		for range 1 + r.IntN(2) {
			out = append(out, list[r.IntN(len(list))])
		}
		return out
	}
	s := Statement{Index: index, Effect: Allow, Principals: []Principal{{PrincipalAny, "*"}}}
	if index > 0 && r.IntN(3) > 0 {
		s.Effect = Deny
	}
	actions := some("s3:GetObject", "s3:Get*", "S3:*", "s3:?etObject", "*", "s3:Put*", "s3:PutObject", "s3:*Object", "s3:ListBucket")
	if r.IntN(3) == 0 {
		s.NotActions = actions
	} else {
		s.Actions = actions
	}
	resources := some("arn:aws:s3:::b", "arn:aws:s3:::b/*", "arn:aws:s3:::b*", "*", "arn:aws:s3:::b/x/*", "arn:aws:s3:::b/x/?", "arn:aws:s3:::c/*", "arn:*:s3:::b/*", "arn:aws:s3:::b/${aws:username}/*")
	if r.IntN(4) == 0 {
		s.NotResources = resources
	} else {
		s.Resources = resources
	}
	return s
}

// TestScopesAgainstConcreteRequests draws policies and checks that no action on
// a bucket or object passes a policy without a grant that holds it.
func TestScopesAgainstConcreteRequests(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	passed := 0
	for range 40000 {
		doc := Document{Version: VersionVariables}
		for i := range 1 + r.IntN(4) {
			doc.Statements = append(doc.Statements, randomScope(r, i))
		}
		ctx := contextFor("s3", false)
		if r.IntN(2) == 0 {
			ctx.Resource = "arn:aws:s3:::b"
		}
		grants := Access(doc, ctx).Grants
		for _, action := range []string{"s3:GetObject", "s3:PutObject", "s3:ListBucket", "s3:GetBucketAcl"} {
			for _, resource := range []string{"arn:aws:s3:::b", "arn:aws:s3:::b/x/y", "arn:aws:s3:::b/z"} {
				by := func(effect string) bool {
					return slices.ContainsFunc(doc.Statements, func(s Statement) bool { return s.Effect == effect && touches(s, action, resource) })
				}
				if !by(Allow) || by(Deny) {
					continue
				}
				passed++
				if !slices.ContainsFunc(grants, func(g Grant) bool { return GrantsAny(g, action) }) {
					t.Fatalf("%s on %s passes, but no grant holds it\n%+v", action, resource, doc.Statements)
				}
			}
		}
	}
	t.Logf("%d requests passed", passed)
}
