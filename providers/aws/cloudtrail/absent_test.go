package cloudtrail

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/cloudtrail"
	"github.com/aws/aws-sdk-go-v2/service/cloudtrail/types"
)

// The parts of basic selectors have defaults; a field of an advanced one that
// names no operator would select everything.
func TestAbsentParts(t *testing.T) {
	basic, err := read(&cloudtrail.GetEventSelectorsOutput{EventSelectors: []types.EventSelector{{}}})
	if err != nil || len(basic.Basic) != 1 || basic.Basic[0].ReadWrite != "All" || !basic.Basic[0].Management {
		t.Errorf("the default is %+v, %v", basic, err)
	}
	for name, f := range map[string]types.AdvancedFieldSelector{
		"no operator": {Field: new("eventSource")},
		"no field":    {Equals: []string{"Management"}},
	} {
		out := &cloudtrail.GetEventSelectorsOutput{AdvancedEventSelectors: []types.AdvancedEventSelector{{
			FieldSelectors: []types.AdvancedFieldSelector{{Field: new("eventCategory"), Equals: []string{"Management"}}, f}}}}
		if all, err := read(out); err == nil {
			t.Errorf("%s: %+v", name, all)
		}
	}
}
