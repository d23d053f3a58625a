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

type statFunc = func(string) (fs.FileInfo, error)

// A sign is where credentials may be: a variable of the environment, or a file
// whose place a variable may change.
type sign struct {
	variable      string // that holds or names credentials
	folder, usual string // the variable that names the folder or the file, and the usual place below HOME
	file          string // in the folder; empty where the variable names the file itself
}

func (s sign) path(getenv func(string) string) string {
	if s.usual == "" {
		return ""
	}
	at := getenv(s.folder)
	if at == "" {
		at = filepath.Join(getenv("HOME"), s.usual)
	}
	return filepath.Join(at, s.file)
}

// signsOf are the places where each cloud's SDK looks.
var signsOf = map[string][]sign{
	"aws": {
		{variable: "AWS_ACCESS_KEY_ID"}, {variable: "AWS_PROFILE"}, {variable: "AWS_WEB_IDENTITY_TOKEN_FILE"}, {variable: "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"},
		{folder: "AWS_SHARED_CREDENTIALS_FILE", usual: ".aws/credentials"}, {folder: "AWS_CONFIG_FILE", usual: ".aws/config"},
	},
	"azure": {{variable: "AZURE_CLIENT_ID"}, {folder: "AZURE_CONFIG_DIR", usual: ".azure", file: "azureProfile.json"}},
	"gcp": {
		{variable: "GOOGLE_APPLICATION_CREDENTIALS"},
		{folder: "CLOUDSDK_CONFIG", usual: ".config/gcloud", file: "application_default_credentials.json"},
	},
}

// loginsFound lists the clouds for which there seem to be credentials, with
// the command that scans each. It enters none.
func loginsFound(getenv func(string) string, stat statFunc) string {
	var lines []string
	for _, name := range cloudNames {
		if len(signs(name, getenv, stat)) > 0 {
			lines = append(lines, fmt.Sprintf("  demarc scan %-6s for which there seem to be credentials", name))
		}
	}
	if len(lines) == 0 {
		lines = append(lines, "  no credentials of a cloud were found; demarc scan aws, azure or gcp says how to get some")
	}
	return strings.Join(append(lines, "  demarc scan demo   the embedded demo estate, without any", "  demarc scan --from SNAPSHOT", "  demarc doctor      says what stands in the way of a scan"), "\n")
}
