// Package gcpfake answers Google Cloud's HTTP APIs in memory: Cloud Asset
// Inventory and the services' own. It is a transport under the real clients,
// so that retries, paging and decoding run for real. It serves tests and the
// demo estate.
package gcpfake

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"

	"demarc/providers/gcp"
)

// A Double answers from tables. It implements http.RoundTripper.
type Double struct {
	mu      sync.Mutex
	data    Data
	types   map[*byte]string // of the assets, by where their text begins
	faults  []Fault
	rewrite func(operation string, body []byte) []byte
	calls   map[string]int
	Page    int // rows to a page of any list; 2 where zero
}

// Data is what a file of the double's data holds.
type Data struct {
	Assets      []json.RawMessage          `json:"assets"`      // with their resource, as ListAssets gives them
	Policies    []json.RawMessage          `json:"policies"`    // assets with their iamPolicy
	OrgPolicies []json.RawMessage          `json:"orgPolicies"` // assets with their orgPolicy
	Get         map[string]json.RawMessage `json:"get"`         // bodies by address, without the query
	Refused     map[string]string          `json:"refused"`     // "403 SERVICE_DISABLED" by address
}

// A Fault is asked before each answer, with the operation as gcp.OperationOf
// names it; nil for both means that it has nothing to say.
type Fault func(operation string, r *http.Request) (*http.Response, error)

// Load adds data, as JSON.
func (d *Double) Load(text []byte) error {
	var more Data
	if err := json.Unmarshal(text, &more); err != nil {
		return err
	}
	for _, a := range slices.Concat(more.Assets, more.Policies, more.OrgPolicies) {
		var head struct{ AssetType string }
		if err := json.Unmarshal(a, &head); err != nil {
			return err
		}
		if d.types == nil {
			d.types = map[*byte]string{}
		}
		d.types[&a[0]] = head.AssetType
	}
	d.data.Assets = append(d.data.Assets, more.Assets...)
	d.data.Policies = append(d.data.Policies, more.Policies...)
	d.data.OrgPolicies = append(d.data.OrgPolicies, more.OrgPolicies...)
	if d.data.Get == nil {
		d.data.Get, d.data.Refused = map[string]json.RawMessage{}, map[string]string{}
	}
	maps.Copy(d.data.Get, more.Get)
	maps.Copy(d.data.Refused, more.Refused)
	return nil
}

// Rewrite changes the bodies of the answers that are no faults.
func (d *Double) Rewrite(f func(operation string, body []byte) []byte) { d.rewrite = f }

// Fault adds a fault.
func (d *Double) Fault(f Fault) { d.faults = append(d.faults, f) }

// Calls counts the requests, retries included, by operation.
func (d *Double) Calls() map[string]int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return maps.Clone(d.calls)
}

// RoundTrip implements http.RoundTripper.
func (d *Double) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := d.respond(r)
	if err != nil || d.rewrite == nil || resp.StatusCode != http.StatusOK {
		return resp, err
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	op := gcp.OperationOf(r)
	return answer(r, http.StatusOK, d.rewrite(op, body)), nil
}

func (d *Double) respond(r *http.Request) (*http.Response, error) {
	op := gcp.OperationOf(r)
	d.mu.Lock()
	if d.calls == nil {
		d.calls = map[string]int{}
	}
	d.calls[op]++
	d.mu.Unlock()
	for _, f := range d.faults {
		if resp, err := f(op, r); resp != nil || err != nil {
			if resp != nil {
				resp.Request = r
			}
			return resp, err
		}
	}
	address := "https://" + r.URL.Host + r.URL.Path
	if refused := d.data.Refused[address]; refused != "" {
		code, reason, _ := strings.Cut(refused, " ")
		status, _ := strconv.Atoi(code)
		return Error(r, status, reason), nil
	}
	if strings.HasPrefix(r.URL.Host, "cloudasset.") && strings.HasSuffix(r.URL.Path, "/assets") {
		return d.assets(r)
	}
	if body, ok := d.data.Get[address]; ok {
		return answer(r, 200, d.paged(r, body)), nil
	}
	return Error(r, 404, "notFound"), nil
}

// paged cuts a list into pages: a body of one array, named as the last word of
// its address (AIP-158, "Pagination").
func (d *Double) paged(r *http.Request, body json.RawMessage) json.RawMessage {
	name := r.URL.Path[strings.LastIndexByte(r.URL.Path, '/')+1:]
	var list map[string]json.RawMessage
	var rows []json.RawMessage
	if json.Unmarshal(body, &list) != nil || len(list) != 1 || json.Unmarshal(list[name], &rows) != nil {
		return body
	}
	at, _ := strconv.Atoi(r.URL.Query().Get("pageToken"))
	end := min(at+d.size(), len(rows))
	list[name], _ = json.Marshal(rows[min(at, end):end])
	if end < len(rows) {
		list["nextPageToken"], _ = json.Marshal(strconv.Itoa(end))
	}
	page, _ := json.Marshal(list)
	return page
}

func (d *Double) size() int { return cmp.Or(d.Page, 2) }

func (d *Double) assets(r *http.Request) (*http.Response, error) {
	q := r.URL.Query()
	from := d.data.Assets
	switch q.Get("contentType") {
	case "IAM_POLICY", "2":
		from = d.data.Policies
	case "ORG_POLICY", "4":
		from = d.data.OrgPolicies
	}
	var all []json.RawMessage
	for _, a := range from {
		if types := q["assetTypes"]; len(types) == 0 || slices.Contains(types, d.types[&a[0]]) {
			all = append(all, a)
		}
	}
	at, _ := strconv.Atoi(q.Get("pageToken"))
	end := min(at+d.size(), len(all))
	out := map[string]any{"readTime": "2026-11-24T09:30:00Z", "assets": all[min(at, end):end]}
	if end < len(all) {
		out["nextPageToken"] = strconv.Itoa(end)
	}
	body, err := json.Marshal(out)
	return answer(r, 200, body), err
}

// Error is an error as Google's APIs give it (AIP-193).
func Error(r *http.Request, status int, reason string) *http.Response {
	service, _, _ := strings.Cut(r.URL.Host, "/")
	return answer(r, status, fmt.Appendf(nil,
		`{"error":{"code":%d,"message":"refused by the double","status":%q,"errors":[{"reason":%q}],"details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":%q,"domain":"googleapis.com","metadata":{"service":%q}}]}}`,
		status, statuses[status], reason, reason, service))
}

// statuses are the names of google.rpc.Code for HTTP statuses.
var statuses = map[int]string{
	400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED", 404: "NOT_FOUND", 429: "RESOURCE_EXHAUSTED",
	500: "INTERNAL", 503: "UNAVAILABLE",
}

func answer(r *http.Request, status int, body []byte) *http.Response {
	return &http.Response{
		StatusCode: status, Status: fmt.Sprint(status, " ", http.StatusText(status)), Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Request: r,
		Header: http.Header{"Content-Type": {"application/json; charset=UTF-8"}}, Body: io.NopCloser(bytes.NewReader(body)), ContentLength: int64(len(body)),
	}
}
