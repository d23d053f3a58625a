package demo_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"demarc/checks"
	azurechecks "demarc/checks/azure"
	gcpchecks "demarc/checks/gcp"
	"demarc/examples/demo"
	"demarc/providers/azure"
	"demarc/providers/azure/azurefake"
	"demarc/providers/gcp"
	"demarc/providers/gcp/gcpfake"
	"demarc/scanner"
)

// A large estate of Azure or Google Cloud is the demo's, many times: each
// subscription, or project, is a copy under an id of its own.
const (
	copies       = 50
	resources    = 5000
	httpLatency  = 30 * time.Millisecond
	httpAtOnce   = 64
	demoSub      = "11111111-2222-3333-4444-555555555555"
	demoProject  = "400000000001"
	demoProjName = "larkspur-gcp"
)

// copied loads the files of one cloud copies times; rename makes the copy.
func copied(b *testing.B, cloud string, load func([]byte) error, rename func(text string, i int) string) {
	b.Helper()
	paths, err := filepath.Glob(cloud + "/*.json")
	if err != nil || len(paths) == 0 {
		b.Fatalf("%d files of %s: %v", len(paths), cloud, err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		for i := range copies {
			if err := load([]byte(rename(string(text), i))); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func largeAzure(b *testing.B) *azurefake.Double {
	d := &azurefake.Double{Page: 1000}
	sub := func(i int) string { return fmt.Sprintf("11111111-2222-3333-4444-%012d", i) }
	copied(b, "azure", d.Load, func(text string, i int) string { return strings.ReplaceAll(text, demoSub, sub(i)) })
	var subs []map[string]string
	for i := range copies {
		subs = append(subs, map[string]string{"subscriptionId": sub(i), "displayName": "larkspur", "state": "Enabled"})
	}
	body, err := json.Marshal(map[string]any{"value": subs})
	if err != nil {
		b.Fatal(err)
	}
	d.On("/subscriptions", body)
	return d
}

func largeGoogle(b *testing.B) *gcpfake.Double {
	d := &gcpfake.Double{Page: 1000}
	copied(b, "gcp", d.Load, func(text string, i int) string {
		text = strings.ReplaceAll(text, demoProject, fmt.Sprintf("4%011d", i+1))
		return strings.ReplaceAll(text, demoProjName, fmt.Sprintf("%s-%d", demoProjName, i))
	})
	return d
}

// BenchmarkScanAzure is 50 subscriptions behind 30 ms a call.
func BenchmarkScanAzure(b *testing.B) {
	benchHTTP(b, azurechecks.All, func(late fault) (scanner.Provider, error) {
		d := largeAzure(b)
		d.Fault(late)
		return demo.AzureOver(b.Context(), d, azure.Settings{})
	})
}

// BenchmarkScanGoogle is 50 projects behind 30 ms a call.
func BenchmarkScanGoogle(b *testing.B) {
	benchHTTP(b, gcpchecks.All, func(late fault) (scanner.Provider, error) {
		d := largeGoogle(b)
		d.Fault(late)
		return demo.GoogleOver(d, gcp.Settings{}), nil
	})
}

func benchHTTP(b *testing.B, chosen []*checks.Check, open func(fault) (scanner.Provider, error)) {
	for b.Loop() {
		var calls atomic.Int64
		pages := &longest{of: map[string]int{}}
		p, err := open(func(op string, r *http.Request) (*http.Response, error) {
			calls.Add(1)
			pages.add(op)
			select {
			case <-time.After(httpLatency):
			case <-r.Context().Done():
			}
			return nil, nil
		})
		if err != nil {
			b.Fatal(err)
		}
		calls.Store(0)
		peak := watchHeap()
		start := time.Now()
		s, err := scanner.Run(context.Background(), scanner.Config{Providers: []scanner.Provider{p}, Checks: chosen, Now: demo.Now, Concurrency: httpAtOnce, Log: zerolog.Nop()})
		if err != nil {
			b.Fatal(err)
		}
		wall := time.Since(start)
		n := 0
		for _, sc := range s.Summary().Scopes {
			for _, k := range sc.Resources {
				n += k
			}
		}
		// The longest chain: the accounts, the pages of the longest bulk listing,
		// one after the other, its children's, a fetch.
		atBest := max(time.Duration(5+pages.most())*httpLatency, time.Duration(calls.Load())*httpLatency/httpAtOnce)
		b.ReportMetric(float64(n), "resources")
		b.ReportMetric(float64(calls.Load()), "calls")
		b.ReportMetric(float64(calls.Load())/float64(n), "calls/resource")
		b.ReportMetric(peak()/(1<<20), "peak-MB")
		b.ReportMetric(wall.Seconds(), "wall-s")
		b.ReportMetric(float64(wall)/float64(atBest), "wall/best")
		if n < resources {
			b.Errorf("%d resources, fewer than %d", n, resources)
		}
	}
}

// longest counts the pages of bulk listings, each of which names the next.
type longest struct {
	mu sync.Mutex
	of map[string]int
}

func (l *longest) add(op string) {
	if strings.HasPrefix(op, "Resource Graph ") || strings.HasPrefix(op, "Cloud Asset Inventory ") {
		l.mu.Lock()
		l.of[op]++
		l.mu.Unlock()
	}
}

func (l *longest) most() (n int) {
	for _, pages := range l.of {
		n = max(n, pages)
	}
	return n
}

// watchHeap returns how to end the watch, which gives the most bytes in use.
func watchHeap() func() float64 {
	var peak atomic.Uint64
	stop := make(chan struct{})
	go func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				peak.Store(max(peak.Load(), m.HeapInuse))
			}
		}
	}()
	return func() float64 {
		close(stop)
		return float64(peak.Load())
	}
}
