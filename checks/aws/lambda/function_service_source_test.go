package lambda

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
)

func TestFunctionServiceSource(t *testing.T) {
	none := attached(t, "", "")
	events := `{"Service":"events.amazonaws.com"}`
	open := attached(t, events, "")
	checktest.Run(t, FunctionServiceSource, []checktest.Case{
		{Name: "no policy", Have: guarded(none, none), Want: []checks.Verdict{checks.Pass}},
		{Name: "no source", Have: guarded(open, none), Want: []checks.Verdict{checks.Fail}},
		{Name: "no source, on an alias", Have: guarded(none, open), Want: []checks.Verdict{checks.Fail}},
		{Name: "a source", Have: guarded(attached(t, events, `{"ArnLike":{"AWS:SourceArn":"arn:aws:events:us-east-1:111122223333:rule/r"}}`), none), Want: []checks.Verdict{checks.Pass}},
		{Name: "hidden", Have: guarded(hiddenPolicy, none), Want: []checks.Verdict{checks.Unknown}},
		{Name: "alias hidden", Have: guarded(none, hiddenPolicy), Want: []checks.Verdict{checks.Unknown}},
	})
}
