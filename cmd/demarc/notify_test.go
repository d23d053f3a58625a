package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"demarc/scanner/notify"
)

// keptScans writes two scans, the second with a new failure, one fixed and one
// that can no longer be read.
func keptScans(t *testing.T) (old, new string) {
	t.Helper()
	dir := t.TempDir()
	scan := func(name, at string, statuses ...string) string {
		var b strings.Builder
		b.WriteString(`{"schema":1,"tool":"demarc","scanId":"` + name + `","start":"` + at + `","complete":true,"scopes":[{"provider":"aws","account":"1","regions":["a"]}],"checks":[{"id":"c","revision":1}],"findings":[`)
		for i, s := range statuses {
			if i > 0 {
				b.WriteString(",\n")
			}
			b.WriteString(`{"id":"` + string(rune('a'+i)) + `","check":"c","status":"` + s + `","severity":"high","provider":"aws","account":"1","region":"a","resource":{"id":"r","fullId":"r","name":"<!channel>"},"message":"m"}`)
		}
		b.WriteString("]}")
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	return scan("old", "2026-11-23T06:00:00Z", "PASS", "FAIL", "FAIL"), scan("new", "2026-11-24T06:00:00Z", "FAIL", "PASS", "UNKNOWN")
}

// The command sends, and prints neither the address nor the secret, whatever
// the receiver answers and however much is logged.
func TestNotify(t *testing.T) {
	old, new := keptScans(t)
	const secret = "hidden-secret-of-thirty-two-bytes"
	for _, to := range []string{"slack", "teams", "webhook"} {
		for _, code := range []int{200, 403} {
			var bodies []string
			srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				b, _ := io.ReadAll(r.Body)
				bodies = append(bodies, string(b))
				if err := notify.Verify(secret, r.Header, b, time.Now(), time.Minute); (err == nil) != (to == "webhook") {
					t.Errorf("%s: signature: %v", to, err)
				}
				http.Error(w, "you are not allowed to "+r.URL.String(), code)
			}))
			t.Setenv(notifyURL, srv.URL+"/hidden-path")
			file := filepath.Join(t.TempDir(), "secret")
			if err := os.WriteFile(file, []byte(secret+"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			var stdout, stderr bytes.Buffer
			got := run(context.Background(), []string{"notify", "--to", to, "--since", old, new, "--value-file", notifySecret + "=" + file, "--log-level", "trace"}, nil, &stdout, &stderr)
			srv.Close()
			all := stdout.String() + stderr.String()
			if strings.Contains(all, "hidden") || strings.Contains(all, "127.0.0.1") || len(bodies) != 1 || strings.Contains(bodies[0], "hidden") {
				t.Errorf("%s, %d: %d messages\n%s\n%s", to, code, len(bodies), all, bodies)
			}
			want, says := exitOK, "Sent to "+to+": 1 new failure, 1 fixed, 1 became unreadable."
			if code != 200 {
				want, says = exitFailed, "demarc: cannot notify by "+to+": the receiver answers 403 Forbidden"
			}
			if got != want || !strings.Contains(all, says) || strings.Count(bodies[0], "They are not fixed") != 1 {
				t.Errorf("%s, %d: exit code %d\n%s\n%s", to, code, got, all, bodies)
			}
		}
	}
}

// A dry run reads neither addresses nor secrets, and connects to nothing.
func TestNotifyDryRun(t *testing.T) {
	old, new := keptScans(t)
	for _, v := range notifyVariables {
		t.Setenv(v, "hidden")
	}
	for to, want := range map[string]string{
		"slack": `"type": "header"`, "teams": `"type": "AdaptiveCard"`, "webhook": "X-Demarc-Signature: (left out)", "email": "To: (left out)\nSubject: demarc: 1 new failure, 1 fixed",
	} {
		var stdout, stderr bytes.Buffer
		code := run(context.Background(), []string{"notify", "--to", to, "--since", old, new, "--dry-run"}, nil, &stdout, &stderr)
		if code != exitOK || stderr.Len() > 0 || !strings.Contains(stdout.String(), want) || strings.Contains(stdout.String(), "hidden") {
			t.Errorf("%s: exit code %d\n%s%s", to, code, &stdout, &stderr)
		}
	}
}
