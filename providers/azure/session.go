// Package azure collects the inventory of Azure subscriptions and of the Entra
// tenant above them, read-only: Resource Graph in bulk, Azure Resource Manager
// for what it lacks, Microsoft Graph for the directory.
package azure

import (
	"cmp"
	"context"
	"maps"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/arm"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/cloud"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"

	"demarc/providers/inventory"
)

// A Cloud is one of Azure's clouds: the public one or a sovereign one.
type Cloud struct {
	cloud.Configuration
	Graph string // the endpoint of Microsoft Graph
}

// Clouds are the clouds by the names that the Azure CLI has for them.
var Clouds = map[string]Cloud{
	"AzureCloud":        {cloud.AzurePublic, "https://graph.microsoft.com"},
	"AzureUSGovernment": {cloud.AzureGovernment, "https://graph.microsoft.us"},
	"AzureChinaCloud":   {cloud.AzureChina, "https://microsoftgraph.chinacloudapi.cn"},
}

// Settings make a Tenant. Zero numbers have good defaults.
type Settings struct {
	Cloud       string // a name of Clouds; the public cloud where empty
	ScanID      string // goes into the User-Agent
	Transport   policy.Transporter
	MaxAttempts int           // of one call; 6 where zero
	RetryDelay  time.Duration // before the first retry; 800 ms where zero
	Timeout     time.Duration // of one attempt; 60 s where zero
}

// A Tenant is the way into one Entra tenant and its subscriptions. It holds
// pipelines and no client.
type Tenant struct {
	ID, Name string
	Cloud    Cloud
	cred     azcore.TokenCredential
	options  arm.ClientOptions
	arm      runtime.Pipeline
	graph    runtime.Pipeline
	pace     pacer

	mu    sync.Mutex
	calls map[string]int
}

// A Session is the way into one subscription of a Tenant, or, where the
// subscription is empty, into the directory itself.
type Session struct {
	*Tenant
	Subscription string
}

// NewTenant puts the read-only guard, the retries and the count of calls in
// place for everything that is asked through the tenant.
func NewTenant(id, name string, cred azcore.TokenCredential, s Settings) *Tenant {
	t := &Tenant{ID: id, Name: name, Cloud: Clouds[cmp.Or(s.Cloud, "AzureCloud")], cred: cred, calls: map[string]int{}}
	t.options = arm.ClientOptions{DisableRPRegistration: true, ClientOptions: policy.ClientOptions{
		Cloud:           t.Cloud.Configuration,
		Transport:       s.Transport,
		Telemetry:       policy.TelemetryOptions{ApplicationID: cut("demarc-"+s.ScanID, 24)},
		PerCallPolicies: []policy.Policy{policyFunc(guard), policyFunc(t.count)},
		Retry: policy.RetryOptions{
			MaxRetries: retries(cmp.Or(s.MaxAttempts, 6)), RetryDelay: cmp.Or(s.RetryDelay, 800*time.Millisecond),
			MaxRetryDelay: 60 * time.Second, TryTimeout: cmp.Or(s.Timeout, 60*time.Second),
		},
	}}
	rm := t.Cloud.Services[cloud.ResourceManager]
	t.arm = t.pipeline(rm.Audience + "/.default")
	t.graph = t.pipeline(t.Cloud.Graph + "/.default")
	return t
}

func (t *Tenant) pipeline(scope string) runtime.Pipeline {
	auth := runtime.NewBearerTokenPolicy(t.cred, []string{scope}, nil)
	return runtime.NewPipeline("demarc", "v1", runtime.PipelineOptions{PerRetry: []policy.Policy{auth}}, &t.options.ClientOptions)
}

// From returns the session behind a scope.
func From(s inventory.Scope) *Session { return s.Session.(*Session) }

// Calls returns how often each operation was called, retries not counted.
func (t *Tenant) Calls() map[string]int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return maps.Clone(t.calls)
}

type policyFunc func(*policy.Request) (*http.Response, error)

// Do implements policy.Policy.
func (f policyFunc) Do(r *policy.Request) (*http.Response, error) { return f(r) }

func (t *Tenant) count(r *policy.Request) (*http.Response, error) {
	t.mu.Lock()
	t.calls[OperationOf(r.Raw())]++
	t.mu.Unlock()
	return r.Next()
}

// A Refused is the error of a request that the read-only guard did not let out.
type Refused struct{ Method, Path string }

func (r *Refused) Error() string {
	return r.Method + " " + r.Path + " is not a read: demarc does not send it"
}

// reads by POST, each a documented query: nothing else is sent but GET and HEAD.
var readsByPost = []string{"/providers/microsoft.resourcegraph/resources"}

// Reads reports whether a request may be sent, by method and path. Listing the
// keys of a resource is a POST, and never sent.
func Reads(method, path string) bool {
	path = strings.ToLower(path)
	switch method {
	case http.MethodGet, http.MethodHead:
		return !strings.Contains(path, "listkeys")
	case http.MethodPost:
		for _, p := range readsByPost {
			if path == p {
				return true
			}
		}
	}
	return false
}

func guard(r *policy.Request) (*http.Response, error) {
	if raw := r.Raw(); !Reads(raw.Method, raw.URL.Path) {
		return nil, &Refused{raw.Method, raw.URL.Path}
	}
	return r.Next()
}

type operationKey struct{}

// named gives the calls made with the context a name of its own.
func named(ctx context.Context, operation string) context.Context {
	return context.WithValue(ctx, operationKey{}, operation)
}

// OperationOf names what a request asks: the name that it was given, or its
// path without the ids in it: "ARM microsoft.storage/storageaccounts/blobservices".
func OperationOf(r *http.Request) string {
	if name, ok := r.Context().Value(operationKey{}).(string); ok {
		return name
	}
	path := strings.ToLower(r.URL.Path)
	at := strings.LastIndex(path, "/providers/")
	if at < 0 {
		return "ARM " + path
	}
	parts := strings.Split(strings.Trim(path[at+len("/providers/"):], "/"), "/")
	kept := []string{parts[0]}
	for i := 1; i < len(parts); i += 2 { // a type, a name, a type, a name
		kept = append(kept, parts[i])
	}
	return "ARM " + strings.Join(kept, "/")
}

// retries is the number of retries that makes so many attempts; the pipeline
// takes zero for its default, and a negative number for none.
func retries(attempts int) int32 {
	if attempts <= 1 {
		return -1
	}
	return int32(attempts - 1)
}

func cut(s string, n int) string { return s[:min(len(s), n)] }

func endpointOf(t *Tenant) string {
	return strings.TrimSuffix(t.Cloud.Services[cloud.ResourceManager].Endpoint, "/")
}
