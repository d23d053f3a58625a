package main

import (
	"slices"
	"testing"
)

// Each of Azure's clouds is reached at its own addresses.
func TestEndpoints(t *testing.T) {
	none := func(string) string { return "" }
	for name, want := range map[string][]string{
		"AzureCloud":        {"https://login.microsoftonline.com/", "https://management.azure.com", "https://graph.microsoft.com"},
		"AzureUSGovernment": {"https://login.microsoftonline.us/", "https://management.usgovcloudapi.net", "https://graph.microsoft.us"},
		"AzureChinaCloud":   {"https://login.chinacloudapi.cn/", "https://management.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn"},
		"nowhere":           nil,
	} {
		if got := endpoints("azure", name, none); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
