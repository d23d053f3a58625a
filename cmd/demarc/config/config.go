// Package config reads demarc.yaml: what is scanned, with which thresholds,
// and where the reports go.
package config

import (
	"bytes"
	_ "embed" // for the schema and the commented example
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// A File is the configuration. Its JSON Schema is docs/config.schema.json.
type File struct {
	Version      int               `yaml:"version"`
	Checks       Checks            `yaml:"checks"`
	Parameters   map[string]any    `yaml:"parameters"` // "check-id.parameter": value
	Severity     map[string]string `yaml:"severity"`   // check id: severity
	Suppressions []string          `yaml:"suppressions"`
	Attestations []string          `yaml:"attestations"`
	Custom       []string          `yaml:"custom"` // files and folders of custom checks
	Outputs      []Output          `yaml:"outputs"`
	FailOn       string            `yaml:"failOn"`
	Concurrency  int               `yaml:"concurrency"`
	AWS          AWS               `yaml:"aws"`
	Azure        Azure             `yaml:"azure"`
	GCP          GCP               `yaml:"gcp"`

	name string
	tree *ast.File
}

// Checks choose checks, as the flags of the same names do.
type Checks struct {
	Only       []string `yaml:"only"`
	Exclude    []string `yaml:"exclude"`
	Services   []string `yaml:"services"`
	Severities []string `yaml:"severities"`
	Areas      []string `yaml:"areas"`
	Frameworks []string `yaml:"frameworks"`
}

// An Output is a report and the file that it goes to.
type Output struct {
	Format string `yaml:"format"`
	File   string `yaml:"file"`
}

// AWS says how AWS is entered.
type AWS struct {
	Profile         string   `yaml:"profile"`
	RoleARN         string   `yaml:"roleArn"`
	ExternalID      string   `yaml:"externalId"`
	Regions         []string `yaml:"regions"`
	TrustedAccounts []string `yaml:"trustedAccounts"`
}

// Azure says how Azure is entered.
type Azure struct {
	Tenant        string   `yaml:"tenant"`
	Subscriptions []string `yaml:"subscriptions"`
	Cloud         string   `yaml:"cloud"`
}

// GCP says how Google Cloud is entered.
type GCP struct {
	Project      string `yaml:"project"`
	Folder       string `yaml:"folder"`
	Organization string `yaml:"organization"`
	Impersonate  string `yaml:"impersonate"`
}

// Name is the file that is read where no other is named.
const Name = "demarc.yaml"

// Example is a commented file to begin with.
//
//go:embed example.yaml
var Example string

// most is how long a file may be, in bytes.
const most = 1 << 20

// Load reads a file. Errors name the file, the line and the column.
func Load(name string) (*File, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read the configuration: %w", err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, most+1))
	if err != nil {
		return nil, fmt.Errorf("cannot read the configuration %s: %w", name, err)
	}
	return Parse(name, text)
}

// Parse reads the text of the file called name.
func Parse(name string, text []byte) (*File, error) {
	if len(text) > most {
		return nil, fmt.Errorf("%s: longer than the %d bytes that a configuration may have", name, most)
	}
	out := &File{name: name}
	dec := yaml.NewDecoder(bytes.NewReader(text), yaml.Strict())
	if err := dec.Decode(out); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s:%s", name, place(err))
	}
	var err error
	if out.tree, err = parser.ParseBytes(text, 0); err != nil {
		return nil, fmt.Errorf("%s:%s", name, place(err))
	}
	if out.Version != 1 {
		return nil, out.Errorf("$.version", "the version is to be 1, and is %d", out.Version)
	}
	return out, nil
}

// place words an error of the decoder: its line, its column, what is wrong.
func place(err error) string {
	var e yaml.Error
	if errors.As(err, &e) && e.GetToken() != nil {
		at := e.GetToken().Position
		return fmt.Sprintf("%d:%d: %s", at.Line, at.Column, e.GetMessage())
	}
	first, _, _ := strings.Cut(err.Error(), "\n")
	return " " + first
}

// Errorf is an error at the place of the file that a YAML path names, such as
// "$.checks.only[0]"; at the file alone where there is no such place.
func (f *File) Errorf(path, format string, args ...any) error {
	at := f.name + ":"
	if p, err := yaml.PathString(path); err == nil && f.tree != nil {
		if node, err := p.FilterFile(f.tree); err == nil && node != nil && node.GetToken() != nil {
			pos := node.GetToken().Position
			at = fmt.Sprintf("%s:%d:%d:", f.name, pos.Line, pos.Column)
		}
	}
	return fmt.Errorf("%s %s", at, fmt.Sprintf(format, args...))
}

// Flags are the settings of the file by the names of the flags that set the
// same. Lists are lists.
func (f *File) Flags() map[string][]string {
	all := map[string][]string{
		"check": f.Checks.Only, "exclude-check": f.Checks.Exclude, "service": f.Checks.Services, "severity": f.Checks.Severities,
		"area": f.Checks.Areas, "framework": f.Checks.Frameworks,
		"suppressions": f.Suppressions, "attestations": f.Attestations, "custom": f.Custom,
		"region": f.AWS.Regions, "trusted-account": f.AWS.TrustedAccounts, "subscription": f.Azure.Subscriptions,
	}
	for name, value := range map[string]string{
		"fail-on": f.FailOn, "profile": f.AWS.Profile, "role-arn": f.AWS.RoleARN, "external-id": f.AWS.ExternalID,
		"tenant": f.Azure.Tenant, "azure-cloud": f.Azure.Cloud,
		"project": f.GCP.Project, "folder": f.GCP.Folder, "organization": f.GCP.Organization, "impersonate": f.GCP.Impersonate,
	} {
		if value != "" {
			all[name] = []string{value}
		}
	}
	if f.Concurrency != 0 {
		all["concurrency"] = []string{fmt.Sprint(f.Concurrency)}
	}
	for _, o := range f.Outputs {
		all["format"] = append(all["format"], o.Format)
		all["output"] = append(all["output"], o.File)
	}
	for name, values := range all {
		if len(values) == 0 {
			delete(all, name)
		}
	}
	return all
}
