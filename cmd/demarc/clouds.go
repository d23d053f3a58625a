package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	awsconnect "demarc/providers/aws/connect"
	azureconnect "demarc/providers/azure/connect"
	gcpconnect "demarc/providers/gcp/connect"
	"demarc/scanner"
)

// cloudNames lists the clouds in the order of helps and scans.
var cloudNames = []string{"aws", "azure", "gcp"}

// clouds says what the command tells of each.
var clouds = map[string]struct{ what, long string }{
	"aws":   {"an AWS account", "Scan the AWS account behind the credentials that the SDK finds: a profile, the\nenvironment, single sign-on, a role or a web identity. The role session name holds\ndemarc-<scan id> too."},
	"azure": {"an Azure tenant", "Scan the Azure tenant that the login belongs to, its directory and all subscriptions that\ncan be read: the Azure CLI's login, the environment, a workload or managed identity."},
	"gcp":   {"Google Cloud projects", "Scan a Google Cloud project, or all below a folder or an organization, with the\nApplication Default Credentials."},
}

// ways are the user's choices of how to get into each cloud.
type ways struct {
	scanID string
	aws    awsconnect.Settings
	azure  azureconnect.Settings
	gcp    gcpconnect.Settings
}

func (w *ways) flags(f *pflag.FlagSet) {
	f.StringVar(&w.aws.Profile, "profile", "", "AWS: the profile of the configuration to use")
	f.StringVar(&w.aws.RoleARN, "role-arn", "", "AWS: a role to assume first")
	f.StringVar(&w.aws.ExternalID, "external-id", "", "AWS: the external id that the role asks for")
	f.StringSliceVar(&w.aws.Regions, "region", nil, "AWS: only these regions (default: all that are enabled)")
	f.StringSliceVar(&w.aws.Trusted, "trusted-account", nil, "AWS: accounts that are your own, beside the scanned one and its organization's")
	f.StringVar(&w.azure.Tenant, "tenant", "", "Azure: the tenant (default: the login's)")
	f.StringSliceVar(&w.azure.Subscriptions, "subscription", nil, "Azure: only these subscriptions (default: all that can be read)")
	f.StringVar(&w.azure.Cloud, "azure-cloud", "AzureCloud", "Azure: AzureCloud, AzureUSGovernment or AzureChinaCloud")
	f.StringVar(&w.gcp.Project, "project", "", "Google Cloud: the project (default: the credentials')")
	f.StringVar(&w.gcp.Folder, "folder", "", "Google Cloud: a folder, with all below it")
	f.StringVar(&w.gcp.Organization, "organization", "", "Google Cloud: an organization, with all below it")
	f.StringVar(&w.gcp.Impersonate, "impersonate", "", "Google Cloud: a service account to act as")
}

// reached are the clouds that were entered, and those that were not.
type reached struct {
	providers []scanner.Provider
	unreached []scanner.Unreached
}

// open enters the chosen clouds. Of several, one that cannot be entered leaves
// the others as they are; of one, its error is the scan's.
func (a *app) open(ctx context.Context, w *ways, chosen []string) (r reached, err error) {
	var errs []error
	for _, name := range chosen {
		p, as, err := w.enter(ctx, name)
		if err != nil {
			errs = append(errs, err)
			r.unreached = append(r.unreached, scanner.Unreached{Provider: name, Why: "the login failed"})
			if len(chosen) > 1 {
				fmt.Fprintf(a.stderr, "demarc: %s is not scanned: %s\n", name, err)
			}
			continue
		}
		fmt.Fprintf(a.stderr, "demarc scan %s of %s\n", w.scanID, as)
		r.providers = append(r.providers, p)
	}
	if len(r.providers) == 0 {
		return r, errors.Join(errs...)
	}
	return r, nil
}

// enter logs in to one cloud, and says as whom.
func (w *ways) enter(ctx context.Context, name string) (scanner.Provider, string, error) {
	switch name {
	case "aws":
		s := w.aws
		s.ScanID = w.scanID
		p, err := awsconnect.Open(ctx, s)
		if err != nil {
			return nil, "", err
		}
		return p, "AWS account " + p.Account + " as " + p.Caller, nil
	case "azure":
		s := w.azure
		s.ScanID = w.scanID
		p, err := azureconnect.Open(ctx, s)
		if err != nil {
			return nil, "", err
		}
		id, title := p.Tenant()
		return p, strings.TrimSpace("Azure tenant " + id + " " + title), nil
	}
	s := w.gcp
	s.ScanID = w.scanID
	p, err := gcpconnect.Open(ctx, s)
	if err != nil {
		return nil, "", err
	}
	return p, "Google Cloud " + p.Parent(), nil
}

// loginsFound lists the clouds for which there seem to be credentials, with
// the command that scans each. It enters none.
func loginsFound(getenv func(string) string, stat func(string) (fs.FileInfo, error)) string {
	has := func(path ...string) bool {
		_, err := stat(filepath.Join(path...))
		return err == nil
	}
	home := getenv("HOME")
	orElse := func(v, otherwise string) string {
		if v != "" {
			return v
		}
		return otherwise
	}
	signs := map[string]bool{
		"aws": getenv("AWS_ACCESS_KEY_ID") != "" || getenv("AWS_PROFILE") != "" || getenv("AWS_WEB_IDENTITY_TOKEN_FILE") != "" ||
			has(orElse(getenv("AWS_SHARED_CREDENTIALS_FILE"), home+"/.aws/credentials")) || has(orElse(getenv("AWS_CONFIG_FILE"), home+"/.aws/config")),
		"azure": getenv("AZURE_CLIENT_ID") != "" || has(orElse(getenv("AZURE_CONFIG_DIR"), home+"/.azure"), "azureProfile.json"),
		"gcp": getenv("GOOGLE_APPLICATION_CREDENTIALS") != "" ||
			has(orElse(getenv("CLOUDSDK_CONFIG"), home+"/.config/gcloud"), "application_default_credentials.json"),
	}
	var lines []string
	for _, name := range cloudNames {
		if signs[name] {
			lines = append(lines, fmt.Sprintf("  demarc scan %-6s for which there seem to be credentials", name))
		}
	}
	if len(lines) == 0 {
		lines = append(lines, "  no credentials of a cloud were found; demarc scan aws, azure or gcp says how to get some")
	}
	return strings.Join(append(lines, "  demarc scan demo   the embedded demo estate, without any", "  demarc scan --from SNAPSHOT"), "\n")
}
