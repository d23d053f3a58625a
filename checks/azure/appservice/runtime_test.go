package appservice

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

func TestRuntime(t *testing.T) {
	app := func(c appservice.Config) inventory.Part {
		return inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), RuntimeName: inventory.Of(""), RuntimeVersion: inventory.Of(""), Config: inventory.Of(c)})
	}
	linux := func(fx string) inventory.Part {
		return app(appservice.Config{LinuxFx: inventory.Of(fx), WindowsFx: inventory.Of(""), JavaVersion: inventory.Of("")})
	}
	checktest.Run(t, Runtime, []checktest.Case{
		{Name: "in support", Have: inventory.Fixture(linux("NODE|24-lts")), Want: []checks.Verdict{checks.Pass}},
		{Name: "out of support", Have: inventory.Fixture(linux("NODE|18-lts")), Want: []checks.Verdict{checks.Fail}},
		{Name: "older than all", Have: inventory.Fixture(linux("PHP|5.6")), Want: []checks.Verdict{checks.Fail}},
		{Name: "without its minor version", Have: inventory.Fixture(linux("PYTHON|3")), Want: []checks.Verdict{checks.Unknown}},
		{Name: "Java in Tomcat", Have: inventory.Fixture(linux("TOMCAT|10.1-java21")), Want: []checks.Verdict{checks.Pass}},
		{Name: "Java of late", Have: inventory.Fixture(linux("JAVA|25-java25")), Want: []checks.Verdict{checks.Pass}},
		{Name: "Java of old", Have: inventory.Fixture(linux("JAVA|7-java7")), Want: []checks.Verdict{checks.Fail}},
		{Name: ".NET", Have: inventory.Fixture(linux("DOTNETCORE|6.0")), Want: []checks.Verdict{checks.Fail}},
		{Name: "isolated", Have: inventory.Fixture(linux("DOTNET-ISOLATED|10.0")), Want: []checks.Verdict{checks.Pass}},
		{Name: "newer than all", Have: inventory.Fixture(linux("NODE|99")), Want: []checks.Verdict{checks.Unknown}},
		{Name: "a language without dates", Have: inventory.Fixture(linux("GO|1.19")), Want: []checks.Verdict{checks.Unknown}},
		{Name: "a container", Have: inventory.Fixture(linux("DOCKER|nginx")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "Java on Windows", Have: inventory.Fixture(app(appservice.Config{LinuxFx: inventory.Of(""), WindowsFx: inventory.Of(""), JavaVersion: inventory.Of("1.7")})), Want: []checks.Verdict{checks.Fail}},
		{Name: "Windows", Have: inventory.Fixture(app(appservice.Config{LinuxFx: inventory.Of(""), WindowsFx: inventory.Of(""), JavaVersion: inventory.Of("")})), Want: []checks.Verdict{checks.Unknown}},
		{Name: "kept with the site", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), RuntimeName: inventory.Of("python"), RuntimeVersion: inventory.Of("3.8")})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), RuntimeName: inventory.Of(""), RuntimeVersion: inventory.Of(""), Config: hidden[appservice.Config]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
