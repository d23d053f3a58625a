package doctor

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"demarc/providers/inventory"
	"demarc/scanner"
)

func told(t *testing.T, ill int, do func(*Doctor)) string {
	t.Helper()
	var out strings.Builder
	d := &Doctor{Out: &out}
	do(d)
	if d.Ill != ill {
		t.Errorf("%d wrong, want %d:\n%s", d.Ill, ill, out.String())
	}
	return out.String()
}

func TestReach(t *testing.T) {
	at := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	answer := func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Date", at.Format(http.TimeFormat)) }
	plain, secure := httptest.NewServer(http.HandlerFunc(answer)), httptest.NewTLSServer(http.HandlerFunc(answer))
	defer plain.Close()
	defer secure.Close()
	clock := func(off time.Duration) func() time.Time { return func() time.Time { return at.Add(off) } }
	reach := func(address string, off time.Duration) func(*Doctor) {
		return func(d *Doctor) { d.Reach(context.Background(), http.DefaultClient, address, clock(off)) }
	}
	for _, tc := range []struct {
		do   func(*Doctor)
		ill  int
		want string
	}{
		{reach(plain.URL, time.Second), 0, "the clocks agree"},
		{reach(plain.URL, -6*time.Minute), 1, "the clock is -6m0s off"},
		{reach(secure.URL, 0), 1, "its certificate is not trusted"},
		{reach("http://127.0.0.1:1", 0), 1, "cannot be reached"},
		{reach("http://%zz", 0), 1, "is no address"},
	} {
		if got := told(t, tc.ill, tc.do); !strings.Contains(got, tc.want) {
			t.Errorf("%s", got)
		}
	}
}

// The password of a proxy is never told.
func TestProxy(t *testing.T) {
	env := func(v string) func(string) string {
		return func(name string) string { return map[string]string{"HTTPS_PROXY": v}[name] }
	}
	if got := told(t, 0, func(d *Doctor) { d.Proxy(env("http://me:secret@proxy.example:3128")) }); strings.Contains(got, "secret") || !strings.Contains(got, "proxy.example:3128") {
		t.Error(got)
	}
	if got := told(t, 1, func(d *Doctor) { d.Proxy(env("secret")) }); strings.Contains(got, "secret") {
		t.Error(got)
	}
	if got := told(t, 0, func(d *Doctor) { d.Proxy(env("")) }); got != "" {
		t.Error(got)
	}
}

// What was refused is told by reason, with what to do.
func TestExamine(t *testing.T) {
	s := &scanner.Summary{Scopes: []scanner.Scope{{Account: "1", Name: "one", Regions: []string{"r"}, LeftOut: []scanner.LeftOut{{Region: "q", Why: "not enabled"}}}}}
	if got := told(t, 0, func(d *Doctor) { d.Examine(s, "demarc permissions x") }); !strings.Contains(got, "reaches 1 (one), 1 regions") || !strings.Contains(got, "leaves q out: not enabled") {
		t.Error(got)
	}
	for _, g := range []inventory.Gap{
		{Reason: inventory.Denied, Action: "thing:List"}, {Reason: inventory.Denied, Action: "thing:Get"},
		{Reason: inventory.Disabled, Call: "X", Cause: "the API x is switched off"}, {Reason: inventory.Unsupported, Call: "Y"},
	} {
		s.Coverage.Gaps = append(s.Coverage.Gaps, scanner.GapCount{Gap: g, Count: 1})
	}
	got := told(t, 2, func(d *Doctor) { d.Examine(s, "demarc permissions x") })
	for _, want := range []string{"denied: thing:Get, thing:List", "demarc permissions x prints", "disabled: X (the API x is switched off)"} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
}
