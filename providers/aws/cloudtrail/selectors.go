package cloudtrail

import (
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/cloudtrail"
	"github.com/aws/aws-sdk-go-v2/service/cloudtrail/types"

	"demarc/providers/aws"
)

// Selectors say which events a trail logs: basic ones or advanced ones, never
// both. An event is logged if any one of them selects it.
type Selectors struct {
	Basic    []BasicSelector
	Advanced []AdvancedSelector
}

// A BasicSelector selects management events, and data events of the resources
// that it names.
type BasicSelector struct {
	ReadWrite  string // All, ReadOnly, WriteOnly
	Management bool
	Excluded   []string // event sources whose management events are left out
	Data       []DataResource
}

// A DataResource is a kind of resource and the prefixes of ARNs that are logged.
type DataResource struct {
	Type   string // AWS::S3::Object, AWS::Lambda::Function
	Values []string
}

// An AdvancedSelector selects the events that meet all its fields.
type AdvancedSelector []FieldSelector

// A FieldSelector is a condition on one field of an event.
type FieldSelector struct {
	Field                                string
	Equals, StartsWith, EndsWith         []string
	NotEquals, NotStartsWith, NotEndWith []string
}

// read takes an answer over. The defaults are those of the CloudTrail API
// reference, EventSelector: "By default, the value is All", "By default, the
// value is true" of management events, and none of their sources left out.
// Advanced selectors have none: each field "must contain at least one operator".
func read(out *cloudtrail.GetEventSelectorsOutput) (all Selectors, err error) {
	for _, e := range out.EventSelectors {
		b := BasicSelector{ReadWrite: string(e.ReadWriteType), Management: e.IncludeManagementEvents == nil || *e.IncludeManagementEvents, Excluded: e.ExcludeManagementEventSources}
		if b.ReadWrite == "" {
			b.ReadWrite = string(types.ReadWriteTypeAll)
		}
		for _, d := range e.DataResources {
			b.Data = append(b.Data, DataResource{aws.Deref(d.Type), d.Values})
		}
		all.Basic = append(all.Basic, b)
	}
	for _, e := range out.AdvancedEventSelectors {
		var a AdvancedSelector
		for _, f := range e.FieldSelectors {
			if f.Field == nil || len(f.Equals)+len(f.StartsWith)+len(f.EndsWith)+len(f.NotEquals)+len(f.NotStartsWith)+len(f.NotEndsWith) == 0 {
				return Selectors{}, aws.ErrBroken
			}
			a = append(a, FieldSelector{*f.Field, f.Equals, f.StartsWith, f.EndsWith, f.NotEquals, f.NotStartsWith, f.NotEndsWith})
		}
		all.Advanced = append(all.Advanced, a)
	}
	return all, nil
}

// Management says how much of the management events a trail logs: of those
// that read and of those that write, and the event sources of which it does
// not log all.
func (s Selectors) Management() (reads, writes bool, excluded []string) {
	leftOut := map[bool][][]string{} // what each selector leaves out, by whether it selects writes
	for _, b := range s.Basic {
		if !b.Management {
			continue
		}
		for _, writes := range []bool{false, true} {
			if b.covers(writes) {
				leftOut[writes] = append(leftOut[writes], b.Excluded)
			}
		}
	}
	for _, a := range s.Advanced {
		if out, whole := a.rest("Management", ""); whole {
			for _, writes := range []bool{false, true} {
				if a.covers(writes) {
					leftOut[writes] = append(leftOut[writes], out)
				}
			}
		}
	}
	excluded = append(common(leftOut[false]), common(leftOut[true])...)
	slices.Sort(excluded)
	return len(leftOut[false]) > 0, len(leftOut[true]) > 0, slices.Compact(excluded)
}

// common are the words that every list holds: what one selector leaves out
// another may bring in.
func common(lists [][]string) (all []string) {
	if len(lists) == 0 {
		return nil
	}
	for _, w := range lists[0] {
		if !slices.ContainsFunc(lists[1:], func(l []string) bool { return !slices.Contains(l, w) }) {
			all = append(all, w)
		}
	}
	return all
}

// AllData reports whether a trail logs the data events of every resource of a
// type, such as AWS::S3::Object: those that read, and those that write. prefix
// is what stands for all of them in basic selectors: "arn:aws:s3".
func (s Selectors) AllData(resource, prefix string) (reads, writes bool) {
	for _, b := range s.Basic {
		for _, d := range b.Data {
			if d.Type == resource && slices.ContainsFunc(d.Values, func(v string) bool { return everyARN(v, prefix) }) {
				reads, writes = reads || b.covers(false), writes || b.covers(true)
			}
		}
	}
	for _, a := range s.Advanced {
		if left, whole := a.rest("Data", prefix); whole && len(left) == 0 && a.equals("resources.type", resource) {
			reads, writes = reads || a.covers(false), writes || a.covers(true)
		}
	}
	return reads, writes
}

// everyARN reports whether v is the partial ARN of all of a service: the
// console writes "arn:aws:s3", and "arn:aws:s3:::" is accepted too.
func everyARN(v, prefix string) bool {
	service, _ := strings.CutPrefix(prefix, "arn:aws:")
	a := strings.Split(v, ":")
	if len(a) < 3 || a[0] != "arn" || a[2] != service {
		return false
	}
	return strings.Trim(strings.Join(a[3:], ""), "*/") == ""
}

func (b BasicSelector) covers(writes bool) bool {
	switch b.ReadWrite {
	case string(types.ReadWriteTypeReadOnly):
		return !writes
	case string(types.ReadWriteTypeWriteOnly):
		return writes
	}
	return true
}

// covers reports whether a selects events that write, or those that read.
func (a AdvancedSelector) covers(writes bool) bool {
	word := "true"
	if writes {
		word = "false"
	}
	for _, f := range a {
		if f.Field == "readOnly" && !slices.Contains(f.Equals, word) {
			return false
		}
	}
	return true
}

// rest reports whether a selects all events of a category, the event sources
// in excluded and the choice between reads and writes aside. prefix stands for
// every resource of the type that is asked about.
func (a AdvancedSelector) rest(category, prefix string) (excluded []string, whole bool) {
	if !a.equals("eventCategory", category) {
		return nil, false
	}
	for _, f := range a {
		switch f.Field {
		case "eventCategory", "readOnly", "resources.type":
		case "eventSource":
			if len(f.Equals)+len(f.StartsWith)+len(f.EndsWith)+len(f.NotStartsWith)+len(f.NotEndWith) > 0 {
				return nil, false
			}
			excluded = append(excluded, f.NotEquals...)
		case "resources.ARN":
			if !f.everyResource(prefix) {
				return nil, false
			}
		default:
			return nil, false
		}
	}
	return excluded, true
}

// everyResource reports whether the field leaves no resource out.
func (f FieldSelector) everyResource(prefix string) bool {
	return len(f.Equals)+len(f.EndsWith)+len(f.NotEquals)+len(f.NotStartsWith)+len(f.NotEndWith) == 0 &&
		slices.ContainsFunc(f.StartsWith, func(v string) bool { return everyARN(v, prefix) })
}

func (a AdvancedSelector) equals(field, value string) bool {
	return slices.ContainsFunc(a, func(f FieldSelector) bool { return f.Field == field && slices.Contains(f.Equals, value) })
}
