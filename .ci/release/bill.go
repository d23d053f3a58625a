package main

import (
	"cmp"
	"debug/buildinfo"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"strings"
)

// A bill is a bill of materials in CycloneDX 1.6: what `go version -m` tells of
// a binary. It says which modules are in it, not which of them needs which: the
// binary does not tell.
type bill struct {
	Format     string      `json:"bomFormat"`
	Spec       string      `json:"specVersion"`
	Serial     string      `json:"serialNumber"`
	Version    int         `json:"version"`
	Metadata   metadata    `json:"metadata"`
	Components []component `json:"components"`
}

type metadata struct {
	Component component `json:"component"`
}

type component struct {
	Type       string     `json:"type"`
	Ref        string     `json:"bom-ref"`
	Name       string     `json:"name"`
	Version    string     `json:"version"`
	PURL       string     `json:"purl,omitempty"`
	Hashes     []hash     `json:"hashes,omitempty"`
	Properties []property `json:"properties,omitempty"`
}

type hash struct {
	Algorithm string `json:"alg"`
	Content   string `json:"content"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// writeBill writes the bill of a binary of demarc.
func writeBill(path, binary, version string) error {
	info, err := buildinfo.ReadFile(binary)
	if err != nil {
		return fmt.Errorf("reading what %s was built of: %w", binary, err)
	}
	sum, err := sha256Of(binary)
	if err != nil {
		return err
	}
	content, err := json.MarshalIndent(billOf(info, sum, version), "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(content, '\n'), 0o644)
}

// billOf turns what a binary says of itself, its SHA-256 and the version into
// a bill. The same binary has the same bill, serial number included.
func billOf(info *debug.BuildInfo, sum []byte, version string) bill {
	self := component{
		Type: "application", Ref: "demarc", Name: "demarc", Version: version,
		Hashes: []hash{{"SHA-256", hex.EncodeToString(sum)}},
	}
	for _, s := range info.Settings {
		// The flags of the linker are left out: they may hold paths.
		if strings.HasPrefix(s.Key, "GO") || s.Key == "CGO_ENABLED" || s.Key == "-tags" || s.Key == "-trimpath" {
			self.Properties = append(self.Properties, property{"demarc:build:" + s.Key, s.Value})
		}
	}
	modules := []component{library("std", strings.TrimPrefix(info.GoVersion, "go"), "")}
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		modules = append(modules, library(m.Path, m.Version, m.Sum))
	}
	slices.SortFunc(modules, func(a, b component) int { return cmp.Compare(a.Ref, b.Ref) })
	return bill{
		Format: "CycloneDX", Spec: "1.6", Serial: serial(sum), Version: 1,
		Metadata: metadata{self}, Components: modules,
	}
}

// library is one module. sum is what go.sum has for it: a hash over its files,
// which CycloneDX has no name for.
func library(path, version, sum string) component {
	purl := "pkg:golang/" + escaped(path) + "@" + escaped(version)
	c := component{Type: "library", Ref: purl, Name: path, Version: version, PURL: purl}
	if sum != "" {
		c.Properties = []property{{"demarc:go.sum", sum}}
	}
	return c
}

// escaped writes a part of a package URL; slashes stay.
func escaped(s string) string {
	var out strings.Builder
	for _, b := range []byte(s) {
		switch {
		case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z', '0' <= b && b <= '9', strings.IndexByte("-._~/", b) >= 0:
			out.WriteByte(b)
		default:
			fmt.Fprintf(&out, "%%%02X", b)
		}
	}
	return out.String()
}

// serial makes a UUID, version 8, of a hash.
func serial(sum []byte) string {
	u := slices.Clone(sum[:16])
	u[6], u[8] = u[6]&0x0f|0x80, u[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}
