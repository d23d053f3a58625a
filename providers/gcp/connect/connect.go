// Package connect finds the way into Google Cloud: credentials, and the
// projects below an organization, a folder, or by themselves.
package connect

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"golang.org/x/oauth2/google"
	"google.golang.org/api/impersonate"
	"google.golang.org/api/option"
	transport "google.golang.org/api/transport/http"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// Settings are the user's: one of Project, Folder and Organization, or the
// project of the credentials.
type Settings struct {
	Project, Folder, Organization string
	Impersonate                   string // a service account to act as
	ScanID                        string
}

// A Provider scans the projects below one root, and what is above them.
type Provider struct{ root *gcp.Root }

const scope = "https://www.googleapis.com/auth/cloud-platform.read-only"

// ErrNoCredentials says the ways to get some.
var ErrNoCredentials = errors.New(`no Google Cloud credentials were found. Give some in one of three ways:
  1. a laptop:       gcloud auth application-default login, then demarc scan gcp --project ID
  2. environment:    GOOGLE_APPLICATION_CREDENTIALS names a credentials file
  3. where it runs:  the service account of a machine, or a CI job's workload identity federation`)

// Open finds the Application Default Credentials.
func Open(ctx context.Context, s Settings) (*Provider, error) {
	creds, err := google.FindDefaultCredentials(ctx, scope)
	if err != nil {
		return nil, ErrNoCredentials
	}
	opts := []option.ClientOption{option.WithCredentials(creds)}
	if s.Impersonate != "" {
		ts, err := impersonate.CredentialsTokenSource(ctx, impersonate.CredentialsConfig{TargetPrincipal: s.Impersonate, Scopes: []string{scope}})
		if err != nil {
			return nil, fmt.Errorf("acting as %s: %w", s.Impersonate, err)
		}
		opts = []option.ClientOption{option.WithTokenSource(ts)}
	}
	next, err := transport.NewTransport(ctx, http.DefaultTransport, opts...)
	if err != nil {
		return nil, fmt.Errorf("preparing the connection to Google Cloud: %w", err)
	}
	parent, err := parentOf(s, creds.ProjectID)
	if err != nil {
		return nil, err
	}
	return Over(gcp.NewRoot(parent, "", next, gcp.Settings{ScanID: s.ScanID})), nil
}

// Over is the way into a root whose transport is made.
func Over(r *gcp.Root) *Provider { return &Provider{root: r} }

// parentOf is the one root that was chosen.
func parentOf(s Settings, own string) (string, error) {
	var chosen []string
	for prefix, id := range map[string]string{"projects/": s.Project, "folders/": s.Folder, "organizations/": s.Organization} {
		if id != "" {
			chosen = append(chosen, prefix+strings.TrimPrefix(id, prefix))
		}
	}
	switch {
	case len(chosen) > 1:
		return "", scanner.UsageError("give one of --project, --folder and --organization")
	case len(chosen) == 1:
		return chosen[0], nil
	case own != "":
		return "projects/" + own, nil
	}
	return "", scanner.UsageError("which project is to be scanned? Give --project, --folder or --organization: the credentials name none")
}

// Parent is the root that is scanned.
func (p *Provider) Parent() string { return p.root.Parent }

// Actions are what every scan takes: the list of projects, and the use of the
// quota of the project that the calls are charged to.
var Actions = []string{"cloudasset.assets.listResource", "resourcemanager.projects.get", "serviceusage.services.use"}

// Name implements scanner.Provider.
func (p *Provider) Name() string { return "gcp" }

// Classify implements scanner.Provider.
func (p *Provider) Classify(err error, permissions []string) inventory.Gap {
	return gcp.Classify(err, permissions)
}

// project is a project as Cloud Resource Manager v3 gives it.
type project struct {
	Name        string `json:"name"` // "projects/123"
	ProjectID   string `json:"projectId"`
	DisplayName string `json:"displayName"`
	State       string `json:"state"`
	Parent      string `json:"parent"` // "folders/2", "organizations/3"
}

// Accounts implements scanner.Provider: the root itself, where it is above
// projects, and each active project.
func (p *Provider) Accounts(ctx context.Context) ([]scanner.Account, error) {
	top := inventory.Scope{Level: inventory.AtOrganization, Provider: "gcp", Account: p.root.Parent, Session: &gcp.Session{Root: p.root}}.Root()
	projects, unread, err := p.projects(ctx, *top)
	if err != nil {
		return nil, err
	}
	above := scanner.Account{Target: inventory.Target{Provider: "gcp", Account: p.root.Parent, Scopes: []inventory.Scope{*top}}, Unread: unread}
	above.Calls = p.root.Calls
	all := []scanner.Account{above}
	for _, pr := range projects {
		if pr.State != "" && pr.State != "ACTIVE" {
			all[0].Left = append(all[0].Left, scanner.LeftOut{Region: pr.ProjectID, Why: "project is " + strings.ToLower(pr.State)})
			continue
		}
		number := strings.TrimPrefix(pr.Name, "projects/")
		all = append(all, scanner.Account{Target: inventory.Target{Provider: "gcp", Account: number, AccountName: pr.ProjectID, Scopes: []inventory.Scope{{
			Level: inventory.AtAccount, Provider: "gcp", Account: number, Up: top, Session: &gcp.Session{Root: p.root, Number: number, ProjectID: pr.ProjectID},
		}}}})
	}
	return all, nil
}
