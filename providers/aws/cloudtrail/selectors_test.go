package cloudtrail

import (
	"slices"
	"testing"
)

// is is an advanced selector's condition that a field equals one of some words.
func is(field string, words ...string) FieldSelector {
	return FieldSelector{Field: field, Equals: words}
}

func TestManagement(t *testing.T) {
	noKMS := FieldSelector{Field: "eventSource", NotEquals: []string{"kms.amazonaws.com"}}
	for _, tc := range []struct {
		name          string
		s             Selectors
		reads, writes bool
		excluded      []string
	}{
		{"basic", Selectors{Basic: []BasicSelector{{ReadWrite: "All", Management: true}}}, true, true, nil},
		{"no management events", Selectors{Basic: []BasicSelector{{ReadWrite: "All"}}}, false, false, nil},
		{"two halves", Selectors{Basic: []BasicSelector{{ReadWrite: "ReadOnly", Management: true}, {ReadWrite: "WriteOnly", Management: true}}}, true, true, nil},
		{"without KMS", Selectors{Basic: []BasicSelector{{ReadWrite: "All", Management: true, Excluded: []string{"kms.amazonaws.com"}}}}, true, true, []string{"kms.amazonaws.com"}},
		{"advanced", Selectors{Advanced: []AdvancedSelector{{is("eventCategory", "Management")}}}, true, true, nil},
		{"advanced writes", Selectors{Advanced: []AdvancedSelector{{is("eventCategory", "Management"), is("readOnly", "false")}}}, false, true, nil},
		{"advanced without KMS", Selectors{Advanced: []AdvancedSelector{{is("eventCategory", "Management"), noKMS}}}, true, true, []string{"kms.amazonaws.com"}},
		{"one leaves out what another has", Selectors{Advanced: []AdvancedSelector{{is("eventCategory", "Management"), noKMS}, {is("eventCategory", "Management")}}}, true, true, nil},
		{"one event only", Selectors{Advanced: []AdvancedSelector{{is("eventCategory", "Management"), is("eventName", "RunInstances")}}}, false, false, nil},
		{"data events", Selectors{Advanced: []AdvancedSelector{{is("eventCategory", "Data"), is("resources.type", "AWS::S3::Object")}}}, false, false, nil},
	} {
		if r, w, x := tc.s.Management(); r != tc.reads || w != tc.writes || !slices.Equal(x, tc.excluded) {
			t.Errorf("%s: reads %v, writes %v, without %v", tc.name, r, w, x)
		}
	}
}

func TestAllData(t *testing.T) {
	basic := func(rw string, values ...string) Selectors {
		return Selectors{Basic: []BasicSelector{{ReadWrite: rw, Data: []DataResource{{"AWS::S3::Object", values}}}}}
	}
	advanced := func(f ...FieldSelector) Selectors {
		return Selectors{Advanced: []AdvancedSelector{append(AdvancedSelector{is("eventCategory", "Data"), is("resources.type", "AWS::S3::Object")}, f...)}}
	}
	for _, tc := range []struct {
		name          string
		s             Selectors
		reads, writes bool
	}{
		{"all buckets", basic("All", "arn:aws:s3"), true, true},
		{"all buckets, long form", basic("WriteOnly", "arn:aws:s3:::"), false, true},
		{"one bucket", basic("All", "arn:aws:s3:::one/"), false, false},
		{"none", basic("All"), false, false},
		{"advanced", advanced(), true, true},
		{"advanced reads", advanced(is("readOnly", "true")), true, false},
		{"advanced, every ARN", advanced(FieldSelector{Field: "resources.ARN", StartsWith: []string{"arn:aws:s3:::"}}), true, true},
		{"advanced, one bucket", advanced(FieldSelector{Field: "resources.ARN", StartsWith: []string{"arn:aws:s3:::one/"}}), false, false},
		{"advanced, not one bucket", advanced(FieldSelector{Field: "resources.ARN", NotStartsWith: []string{"arn:aws:s3:::one/"}}), false, false},
		{"advanced, some calls", advanced(is("eventName", "PutObject")), false, false},
	} {
		if r, w := tc.s.AllData("AWS::S3::Object", "arn:aws:s3"); r != tc.reads || w != tc.writes {
			t.Errorf("%s: reads %v, writes %v", tc.name, r, w)
		}
	}
}
