package aws

import (
	"fmt"
	"strings"

	"demarc/providers/inventory"
)

// An ARN is an Amazon Resource Name, in its parts.
type ARN struct{ Partition, Service, Region, Account, Resource string }

// ParseARN takes an ARN apart; ok is false where s is none.
func ParseARN(s string) (a ARN, ok bool) {
	p := strings.SplitN(s, ":", 6)
	if len(p) != 6 || p[0] != "arn" {
		return ARN{}, false
	}
	return ARN{p[1], p[2], p[3], p[4], p[5]}, true
}

func (a ARN) String() string {
	return strings.Join([]string{"arn", a.Partition, a.Service, a.Region, a.Account, a.Resource}, ":")
}

// MakeARN is the ARN of a resource of service in the account and the region of
// s, for services whose listings give short ids only.
func MakeARN(s inventory.Scope, service, format string, args ...any) string {
	return ARN{From(s).Partition, service, s.Region, s.Account, fmt.Sprintf(format, args...)}.String()
}

// Resource names a row by its ARN, from which the account and the region are
// read where it has them; id is the short id.
func Resource(s inventory.Scope, arn, id string) inventory.Resource {
	r := inventory.Resource{ID: id, Full: arn, Account: s.Account, Region: s.Region}
	if a, ok := ParseARN(arn); ok {
		if a.Account != "" {
			r.Account = a.Account
		}
		if a.Region != "" {
			r.Region = a.Region
		}
	}
	return r
}

// Named sets the display name of a resource.
func Named(r inventory.Resource, name string) inventory.Resource {
	r.Name = name
	return r
}

// Tagged sets the tags of a resource, for listings that give them; key and
// value read one tag. A "Name" tag becomes the resource's name.
func Tagged[Tag any](r inventory.Resource, tags []Tag, read func(Tag) (key, value *string)) inventory.Resource {
	m := make(map[string]string, len(tags))
	for _, t := range tags {
		if k, v := read(t); k != nil {
			m[*k] = ""
			if v != nil {
				m[*k] = *v
			}
		}
	}
	if r.Name == "" {
		r.Name = m["Name"]
	}
	r.Tags = inventory.Of(m)
	return r
}

// Deref is what p points to. It is for values that no verdict hangs on, and
// for answers in which the API reference gives the zero value as the meaning
// of absence; others go through inventory.FromPtr.
func Deref[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}
