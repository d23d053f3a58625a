package azure

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/policy"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime"
)

// What is no read never leaves, whoever asks for it.
func TestGuard(t *testing.T) {
	const sub = "https://management.azure.com/subscriptions/1/resourceGroups/rg/providers/"
	const graph = "https://graph.microsoft.com/v1.0"
	for request, want := range map[string]bool{
		"GET " + sub + "Microsoft.Storage/storageAccounts/a/blobServices/default":       true,
		"POST https://management.azure.com/providers/Microsoft.ResourceGraph/resources": true,
		"GET " + graph + "/users":                                                                 true,
		"POST " + sub + "Microsoft.Storage/storageAccounts/a/listKeys":                            false,
		"POST " + sub + "Microsoft.Storage/storageAccounts/a/listAccountSas":                      false,
		"GET " + sub + "Microsoft.Storage/storageAccounts/a/listKeys":                             false,
		"POST " + sub + "Microsoft.Web/sites/a/config/appsettings/list":                           false,
		"POST " + sub + "Microsoft.ContainerService/managedClusters/a/listClusterAdminCredential": false,
		"PUT " + sub + "Microsoft.Storage/storageAccounts/a":                                      false,
		"PATCH " + graph + "/users/1":                                                             false,
		"DELETE " + sub + "Microsoft.KeyVault/vaults/a":                                           false,
		"POST " + graph + "/users":                                                                false,
		"POST " + graph + "/$batch":                                                               false,
		"POST https://management.azure.com/batch":                                                 false,
	} {
		method, address, _ := strings.Cut(request, " ")
		sent := false
		tenant := NewTenant("tenant", "test", nil, Settings{MaxAttempts: 1, Transport: transportFunc(func(*http.Request) (*http.Response, error) {
			sent = true
			return nil, errors.New("sent")
		})})
		pl := runtime.NewPipeline("test", "v1", runtime.PipelineOptions{}, &tenant.options.ClientOptions)
		req, err := runtime.NewRequest(t.Context(), method, address)
		if err != nil {
			t.Fatal(err)
		}
		_, err = pl.Do(req)
		var refused *Refused
		if sent != want || errors.As(err, &refused) == want {
			t.Errorf("%s: sent is %v, the error %v", request, sent, err)
		}
	}
}

type transportFunc func(*http.Request) (*http.Response, error)

// Do implements policy.Transporter.
func (f transportFunc) Do(r *http.Request) (*http.Response, error) { return f(r) }

var _ policy.Transporter = transportFunc(nil)
