package demo

import (
	"context"
	"embed"
	"fmt"
	"time"

	"demarc/providers/aws"
	"demarc/providers/azure"
	"demarc/providers/azure/azurefake"
	azureconnect "demarc/providers/azure/connect"
	"demarc/providers/gcp"
	gcpconnect "demarc/providers/gcp/connect"
	"demarc/providers/gcp/gcpfake"
	"demarc/scanner"
)

// The company's Azure tenant and Google Cloud organization.
const (
	tenant             = "72f988bf-0000-0000-0000-00000000d300"
	googleOrganization = "organizations/300000000001"
)

//go:embed azure/*.json gcp/*.json
var files embed.FS

// Providers are the ways into all of the company's clouds.
func Providers(ctx context.Context) ([]scanner.Provider, error) {
	az, err := AzureOver(ctx, Azure(), azure.Settings{})
	if err != nil {
		return nil, err
	}
	return []scanner.Provider{Over(Estate(), aws.Tuning{}), az, GoogleOver(Google(), gcp.Settings{})}, nil
}

// Azure is the double of the company's tenant.
func Azure() *azurefake.Double {
	d := &azurefake.Double{}
	load("azure", d.Load)
	return d
}

// AzureOver is the way into a double of the caller's.
func AzureOver(ctx context.Context, d *azurefake.Double, s azure.Settings) (scanner.Provider, error) {
	s.Transport = d
	if s.RetryDelay == 0 {
		s.RetryDelay = time.Millisecond
	}
	return azureconnect.Over(ctx, azure.NewTenant(tenant, "Larkspur", azurefake.Credential{}, s), nil)
}

// Google is the double of the company's organization.
func Google() *gcpfake.Double {
	d := &gcpfake.Double{}
	load("gcp", d.Load)
	return d
}

// GoogleOver is the way into a double of the caller's.
func GoogleOver(d *gcpfake.Double, s gcp.Settings) scanner.Provider {
	if s.RetryDelay == 0 {
		s.RetryDelay = time.Millisecond
	}
	return gcpconnect.Over(gcp.NewRoot(googleOrganization, "larkspur.example", d, s))
}

// load reads the embedded data of one cloud. It is part of the program: where
// it is damaged, the program is.
func load(folder string, take func([]byte) error) {
	entries, err := files.ReadDir(folder)
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		b, err := files.ReadFile(folder + "/" + e.Name())
		if err == nil {
			err = take(b)
		}
		if err != nil {
			panic(fmt.Sprintf("the demo's %s/%s: %v", folder, e.Name(), err))
		}
	}
}
