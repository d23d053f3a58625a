package custom

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Skeleton is a file to begin a check of a kind with: its fields, and one
// sample.
func (c *Compiler) Skeleton(kind string) (string, error) {
	shape := c.shapes[kind]
	if shape == nil {
		return "", &Error{Key: "kind", What: fmt.Sprintf("there is no kind %q%s", kind, nearest(kind, c.Kinds()))}
	}
	p, err := newProvider()
	if err != nil {
		return "", err
	}
	p.rename(rowType(shape), kind)
	cloud, _, _ := strings.Cut(kind, ".")
	short := strings.ToLower(kind[strings.LastIndexByte(kind, '.')+1:])
	var b strings.Builder
	fmt.Fprintf(&b, "# A %s has these fields; what takes a call of its own is read where an expression names it.\n", kind)
	describe(&b, p, kind, "resource", 0)
	fmt.Fprintf(&b, `checks:
  - id: %s-custom-%s-has-owner
    title: Every %s has an owner
    why: What nobody owns, nobody mends.
    severity: low
    area: configuration
    resource: %s
    # when: resource.region == "eu-central-1"
    expr: '"owner" in resource.tags'
    message: no tag names its owner
    fix:
      console: Set the tag owner.
    tests:
      - {name: owned, resource: {id: a, tags: {owner: me}}, want: PASS}
      - {name: nobody's, resource: {id: b, tags: {}}, want: FAIL}
      - {name: could not be read, resource: {id: c}, want: UNKNOWN}
`, cloud, short, short, kind)
	return b.String(), nil
}

// describe lists the fields of a struct, and those of what is in it.
func describe(b *strings.Builder, p *provider, name, at string, depth int) {
	fields := p.structs[name]
	for _, f := range slices.Sorted(maps.Keys(fields)) {
		t := fields[f].typ
		fmt.Fprintf(b, "#   %s.%s: %s\n", at, f, strings.ReplaceAll(t.String(), name+".", ""))
		if inner, ok := p.structs[t.TypeName()]; ok && len(inner) > 0 && depth < 2 {
			describe(b, p, t.TypeName(), at+"."+f, depth+1)
			continue
		}
		for _, of := range t.Parameters() {
			if _, ok := p.structs[of.TypeName()]; ok && depth < 2 {
				describe(b, p, of.TypeName(), at+"."+f+"[]", depth+1)
			}
		}
	}
}
