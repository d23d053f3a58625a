package scanner_test

import (
	"context"
	"errors"
	"testing"

	"github.com/rs/zerolog"

	"demarc/checks"
	"demarc/scanner"
)

// shut is a provider whose accounts cannot be listed.
type shut struct{ one }

func (shut) Name() string { return "azure" }
func (shut) Accounts(context.Context) ([]scanner.Account, error) {
	return nil, errors.New("the login has expired")
}

// A provider that cannot be entered leaves the others' results whole, and is
// named; where none can be, there is no scan.
func TestOneProviderShut(t *testing.T) {
	run := func(p ...scanner.Provider) (*scanner.Scan, error) {
		return scanner.Run(t.Context(), scanner.Config{Providers: p, Checks: every, Log: zerolog.Nop()})
	}
	alone, err := run(one{})
	if err != nil {
		t.Fatal(err)
	}
	both, err := run(shut{}, one{})
	if err != nil {
		t.Fatal(err)
	}
	if u := both.Summary().Unreached; len(u) != 1 || u[0].Provider != "azure" {
		t.Errorf("%+v", u)
	}
	for _, v := range checks.Verdicts {
		if both.Summary().Counts[v] != alone.Summary().Counts[v] {
			t.Errorf("%d of %s beside a provider that is shut, %d without it", both.Summary().Counts[v], v, alone.Summary().Counts[v])
		}
	}
	if _, err := run(shut{}); err == nil {
		t.Error("a scan of nothing is no error")
	}
}
