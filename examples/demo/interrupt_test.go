package demo_test

import (
	"bytes"
	"context"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"demarc/checks"
	awschecks "demarc/checks/aws"
	"demarc/examples/demo"
	"demarc/providers/aws"
	"demarc/providers/aws/awsfake"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// An interrupted scan ends within two seconds; what it saw is judged, what it
// did not reach is UNKNOWN, and it is never taken for a whole one, not even by
// way of its snapshot.
func TestInterrupt(t *testing.T) {
	e := demo.Estate()
	e.Fault(awsfake.Latency(30 * time.Millisecond))
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(100*time.Millisecond, cancel)
	var kept bytes.Buffer
	w, err := inventory.NewSnapshotWriter(&kept)
	if err != nil {
		t.Fatal(err)
	}
	c := scanner.Config{
		Providers: []scanner.Provider{demo.Over(e, aws.Tuning{})}, Checks: awschecks.All, Controls: awschecks.Manual, Now: demo.Now, Concurrency: 2, Log: zerolog.Nop(), Snapshot: w,
	}
	start := time.Now()
	s, err := scanner.Run(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	if d := time.Since(start); d > 2100*time.Millisecond {
		t.Errorf("the scan went on for %s", d)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := scanner.Replay(&kept, awschecks.All, scanner.Config{Checks: awschecks.All, Controls: awschecks.Manual, Log: zerolog.Nop()})
	if err != nil {
		t.Fatal(err)
	}
	clean := findings(t, scan(t, demo.Estate()))
	for name, s := range map[string]*scanner.Scan{"the scan": s, "its snapshot": again} {
		if s.Summary().Complete || s.Summary().Counts[checks.Unknown] == 0 {
			t.Errorf("%s counts as whole: %v", name, s.Summary().Counts)
		}
		for _, b := range turned(clean, findings(t, s)) {
			t.Errorf("%s: %s", name, b)
		}
	}
}
