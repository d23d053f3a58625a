// Package azurefake answers Azure's HTTP APIs in memory: Resource Graph, Azure
// Resource Manager and Microsoft Graph. It is a transport under the real
// pipelines, so that tokens, retries, paging and decoding run for real. It
// serves tests and the demo estate.
package azurefake

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"

	"demarc/providers/azure"
)

// A Double answers from tables. It implements policy.Transporter.
type Double struct {
	mu      sync.Mutex
	rows    map[string][]json.RawMessage // Resource Graph, by type in lower case
	byID    map[string]json.RawMessage   // those rows by id in lower case
	bodies  map[string]json.RawMessage   // GET, by path in lower case
	status  map[string]int
	faults  []Fault
	rewrite func(operation string, body []byte) []byte
	calls   map[string]int
	Page    int // rows to a page of any list; 2 where zero
}

// A Fault is asked before each answer, with the operation as azure.OperationOf
// names it; nil for both means that it has nothing to say.
type Fault func(operation string, r *http.Request) (*http.Response, error)

// Data is what a file of the double's data holds.
type Data struct {
	Rows []json.RawMessage          `json:"rows"` // of Resource Graph, as it gives them
	Get  map[string]json.RawMessage `json:"get"`  // bodies by path, without the query
	// Refused are paths that answer with an error: "403 AuthorizationFailed".
	Refused map[string]string `json:"refused"`
}

// Load adds data, as JSON.
func (d *Double) Load(text []byte) error {
	var data Data
	if err := json.Unmarshal(text, &data); err != nil {
		return err
	}
	for _, row := range data.Rows {
		var head struct{ Type string }
		if err := json.Unmarshal(row, &head); err != nil || head.Type == "" {
			return fmt.Errorf("a row without a type: %.80s (%v)", row, err)
		}
		d.AddRow(head.Type, row)
	}
	for path, body := range data.Get {
		d.On(path, body)
	}
	for path, answer := range data.Refused {
		code, name, _ := strings.Cut(answer, " ")
		status, err := strconv.Atoi(code)
		if err != nil {
			return fmt.Errorf("the answer %q of %s has no status", answer, path)
		}
		d.Refuse(path, status, name)
	}
	return nil
}

// AddRow adds a row of Resource Graph.
func (d *Double) AddRow(resourceType string, row json.RawMessage) {
	if d.rows == nil {
		d.rows, d.byID = map[string][]json.RawMessage{}, map[string]json.RawMessage{}
	}
	key := strings.ToLower(resourceType)
	d.rows[key] = append(d.rows[key], row)
	var head struct{ ID string }
	if json.Unmarshal(row, &head) == nil {
		d.byID[strings.ToLower(head.ID)] = row
	}
}

// On answers GET on path, its query left aside, with body.
func (d *Double) On(path string, body json.RawMessage) {
	if d.bodies == nil {
		d.bodies = map[string]json.RawMessage{}
	}
	d.bodies[strings.ToLower(path)] = body
}

// Refuse answers GET on path with an error.
func (d *Double) Refuse(path string, status int, code string) {
	d.On(path, json.RawMessage(fmt.Sprintf(`{"error":{"code":%q,"message":"refused"}}`, code)))
	if d.status == nil {
		d.status = map[string]int{}
	}
	d.status[strings.ToLower(path)] = status
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

var ofType = regexp.MustCompile(`type =~ '([^']+)'`)

// Do implements policy.Transporter.
func (d *Double) Do(r *http.Request) (*http.Response, error) {
	resp, err := d.respond(r)
	if err != nil || d.rewrite == nil || resp.StatusCode != http.StatusOK {
		return resp, err
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	op := azure.OperationOf(r)
	return answer(r, http.StatusOK, d.rewrite(op, body)), nil
}

func (d *Double) respond(r *http.Request) (*http.Response, error) {
	op := azure.OperationOf(r)
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
	if r.Method == http.MethodPost {
		return d.query(r)
	}
	path := strings.ToLower(r.URL.Path)
	body, ok := d.bodies[path]
	if !ok { // what Resource Graph has, its resource provider has too
		body, ok = d.byID[path]
	}
	if !ok {
		return Error(r, 404, "ResourceNotFound"), nil
	}
	if status := d.status[path]; status != 0 {
		return answer(r, status, body), nil
	}
	return answer(r, 200, d.paged(r, body)), nil
}

// paged cuts a list into pages, as Azure Resource Manager does with nextLink
// and Microsoft Graph with @odata.nextLink.
func (d *Double) paged(r *http.Request, body json.RawMessage) json.RawMessage {
	var list map[string]json.RawMessage
	var rows []json.RawMessage
	if json.Unmarshal(body, &list) != nil || json.Unmarshal(list["value"], &rows) != nil || list["nextLink"] != nil || list["@odata.nextLink"] != nil {
		return body
	}
	q := r.URL.Query()
	at, _ := strconv.Atoi(q.Get("$skiptoken"))
	end := min(at+d.size(), len(rows))
	if at == 0 && end == len(rows) {
		return body
	}
	list["value"], _ = json.Marshal(rows[at:end])
	if end < len(rows) {
		next := *r.URL
		q.Set("$skiptoken", strconv.Itoa(end))
		next.RawQuery = q.Encode()
		key := "nextLink"
		if strings.HasPrefix(r.URL.Host, "graph.") {
			key = "@odata.nextLink"
		}
		list[key], _ = json.Marshal(next.String())
	}
	page, _ := json.Marshal(list)
	return page
}

func (d *Double) size() int { return cmp.Or(d.Page, 2) }

func (d *Double) query(r *http.Request) (*http.Response, error) {
	var in struct {
		Query   string
		Options struct {
			SkipToken string `json:"$skipToken"`
		}
	}
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		return nil, err
	}
	m := ofType.FindStringSubmatch(in.Query)
	if m == nil || !strings.Contains(in.Query, "order by id asc") {
		return Error(r, 400, "InvalidQuery"), nil
	}
	all := d.rows[strings.ToLower(m[1])]
	at, _ := strconv.Atoi(in.Options.SkipToken)
	end := min(at+d.size(), len(all))
	out := map[string]any{"totalRecords": len(all), "count": end - at, "resultTruncated": "false", "data": all[at:end]}
	if at == end {
		out["data"] = []any{}
	}
	if end < len(all) {
		out["$skipToken"] = strconv.Itoa(end)
	}
	body, err := json.Marshal(out)
	return answer(r, 200, body), err
}

// Error is an error as Azure Resource Manager and Microsoft Graph give it.
func Error(r *http.Request, status int, code string) *http.Response {
	return answer(r, status, fmt.Appendf(nil, `{"error":{"code":%q,"message":"refused by the double"}}`, code))
}

func answer(r *http.Request, status int, body []byte) *http.Response {
	return &http.Response{
		StatusCode: status, Status: http.StatusText(status), Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Request: r,
		Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(bytes.NewReader(body)), ContentLength: int64(len(body)),
	}
}

// Credential is a login that always works.
type Credential struct{}

// GetToken implements azcore.TokenCredential.
func (Credential) GetToken(context.Context, policy.TokenRequestOptions) (azcore.AccessToken, error) {
	return azcore.AccessToken{Token: "fake", ExpiresOn: time.Now().Add(time.Hour)}, nil
}
