package appservice

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"demarc/checks"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

var endOfSupport = &checks.Param{
	Name: "endOfSupport", // a language, a version, the last day of its support
	Default: []string{
		"python 3.6 2021-12-23", "python 3.7 2023-06-27", "python 3.8 2024-10-07", "python 3.9 2025-10-31", "python 3.10 2026-10-31",
		"python 3.11 2027-10-31", "python 3.12 2028-10-31", "python 3.13 2029-10-31", "python 3.14 2030-10-31",
		"node 10 2021-04-30", "node 12 2022-04-30", "node 14 2023-04-30", "node 16 2023-09-11", "node 18 2025-04-30",
		"node 20 2026-04-30", "node 22 2027-04-30", "node 24 2028-04-30",
		"php 7.4 2022-11-28", "php 8.0 2023-11-26", "php 8.1 2025-12-31", "php 8.2 2026-12-31", "php 8.3 2027-12-31",
		"php 8.4 2028-12-31", "php 8.5 2029-12-31",
		"dotnet 2.1 2021-08-21", "dotnet 3.1 2022-12-13", "dotnet 5.0 2022-05-10", "dotnet 6.0 2024-11-12", "dotnet 7.0 2024-05-14",
		"dotnet 8.0 2026-11-10", "dotnet 9.0 2026-11-10", "dotnet 10.0 2028-11-14",
		"java 8 2030-12-31", "java 11 2027-09-30", "java 17 2027-09-30", "java 21 2028-09-30", "java 25 2029-05-31",
		"powershell 7.0 2022-12-03", "powershell 7.2 2024-11-08", "powershell 7.4 2026-11-10", "powershell 7.6 2028-11-14",
	},
	Source: "Microsoft Learn, \"Language runtime support policy for App Service\": the languages' own dates (devguide.python.org, nodejs.org, php.net, " +
		"dotnet.microsoft.com), and those of the builds of Java that App Service runs (Eclipse Temurin 8, Microsoft Build of OpenJDK for the others); " +
		"\"Supported languages in Azure Functions\"; \"PowerShell Support Lifecycle\"",
}

// Runtime asks that the language that an app runs on is still mended.
var Runtime = &checks.Check{
	ID:       "azure-appservice-runtime",
	Title:    "Apps run on a language version in support",
	Why:      "After the end of support, flaws of the language are published and not mended: everybody knows them, and the app keeps them.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "App Services > the app > Settings > Configuration > General settings > Major version.",
		CLI:       "az webapp config set --resource-group <group> --name <app> --linux-fx-version \"NODE|24-lts\"",
		Terraform: "resource \"azurerm_linux_web_app\" \"example\" {\n  site_config {\n    application_stack {\n      node_version = \"24-lts\"\n    }\n  }\n}",
	},
	Aliases: []string{"prowler:app_ensure_php_version_is_latest", "prowler:app_ensure_python_version_is_latest", "prowler:app_ensure_java_version_is_latest"},
	Link:    "https://learn.microsoft.com/azure/app-service/language-support-policy",
	Params:  []*checks.Param{endOfSupport},
	Needs:   []inventory.Source{appservice.SiteConfig},
	Run: checks.Each(appservice.Sites, func(p *checks.Probe, a *appservice.Site) {
		language, version, ok := runtimeOf(p, a)
		if !ok {
			return
		}
		at := numbers(version)
		oldest := true // older than all that there is a date for
		for _, line := range p.Strings(endOfSupport) {
			words := strings.Fields(line)
			if len(words) != 3 || words[0] != language {
				continue
			}
			listed := numbers(words[1])
			if slices.Compare(at, listed) >= 0 {
				oldest = false
			}
			if len(at) < len(listed) || !slices.Equal(at[:len(listed)], listed) {
				oldest = oldest && !slices.Equal(at, listed[:min(len(at), len(listed))]) // "3": it might be any of them
				continue
			}
			last, err := time.Parse(time.DateOnly, words[2])
			if err != nil {
				panic(err)
			}
			if p.Inv.Now.After(last.AddDate(0, 0, 1)) {
				p.Evidence("runtime", language+" "+version)
				p.Evidence("endOfSupport", words[2])
				p.Failf("the support of %s %s ended on %s", language, version, words[2])
			}
			return
		}
		if oldest && len(at) > 0 && slices.ContainsFunc(p.Strings(endOfSupport), func(s string) bool { return strings.HasPrefix(s, language+" ") }) {
			p.Evidence("runtime", language+" "+version)
			p.Failf("%s %s is older than every version in support", language, version)
			return
		}
		p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "no end of support is known for " + language + " " + version})
	}),
}

// languages are the names that App Service has for what comes before the bar
// in a Linux app's version.
var languages = map[string]string{
	"python": "python", "node": "node", "php": "php", "powershell": "powershell", "java": "java", "tomcat": "java", "jbosseap": "java",
	"dotnetcore": "dotnet", "dotnet": "dotnet", "dotnet-isolated": "dotnet",
}

// runtimeOf is the language of an app and its version.
func runtimeOf(p *checks.Probe, a *appservice.Site) (language, version string, ok bool) {
	name, ok := a.RuntimeName.Get(p)
	if !ok {
		return "", "", false
	}
	if name != "" { // of the Flex Consumption plan
		version, ok := a.RuntimeVersion.Get(p)
		if known := languages[name]; known != "" {
			name = known
		}
		return name, version, ok
	}
	c, ok := a.Config.Get(p)
	if !ok {
		return "", "", false
	}
	linux, ok := c.LinuxFx.Get(p)
	if !ok {
		return "", "", false
	}
	if linux == "" {
		return windowsRuntime(p, c)
	}
	name, version, _ = strings.Cut(strings.ToLower(linux), "|")
	switch name {
	case "docker", "compose", "kube", "sitecontainers":
		p.Skipf("the app brings its runtime in a container")
		return "", "", false
	case "staticsite":
		p.Skipf("the app has no runtime")
		return "", "", false
	}
	language = languages[name]
	if language == "" {
		return name, version, true
	}
	if language == "java" { // "17-java17", "10.1-java17", "8-jre8"
		for _, part := range strings.Split(version, "-") {
			for _, mark := range []string{"java", "jre"} {
				if number, of := strings.CutPrefix(part, mark); of {
					return language, number, true
				}
			}
		}
	}
	version, _, _ = strings.Cut(strings.TrimPrefix(version, "~"), "-") // "24-lts"
	return language, version, true
}

// windowsRuntime knows containers and Java. Of another app on Windows the
// language is in its metadata, which only a POST lists.
func windowsRuntime(p *checks.Probe, c appservice.Config) (language, version string, ok bool) {
	container, ok := c.WindowsFx.Get(p)
	if !ok {
		return "", "", false
	}
	if container != "" {
		p.Skipf("the app brings its runtime in a container")
		return "", "", false
	}
	java, ok := c.JavaVersion.Get(p)
	if !ok {
		return "", "", false
	}
	if java == "" {
		p.Missed(inventory.Gap{
			Reason: inventory.Failed, Call: "ARM microsoft.web/sites/config", Action: "Microsoft.Web/sites/config/list/action",
			Cause: "demarc's read-only guard",
		})
		return "", "", false
	}
	version, _, _ = strings.Cut(strings.TrimPrefix(java, "1."), ".") // "1.8", "11", "17.0.4"
	return "java", version, true
}

// numbers reads a version; nil where it is none, such as "lts".
func numbers(version string) (all []int) {
	for _, part := range strings.Split(version, ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return nil
		}
		all = append(all, n)
	}
	return all
}
