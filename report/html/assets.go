package html

import (
	"embed"
	"fmt"
	"regexp"
	"strings"
)

//go:embed assets/*.js assets/style.css
var files embed.FS

// modules are the script's parts, each after those that it imports.
var modules = []string{
	"words", "sha256", "data", "facts", "dom", "filter", "list", "browser", "fix", "findings", "check",
	"overview", "coverage", "decisions", "print", "app",
}

// assets returns the style and the script.
func assets() (style, script string, err error) {
	css, err := files.ReadFile("assets/style.css")
	if err != nil {
		return "", "", err
	}
	var b strings.Builder
	b.WriteString("\nconst parts = {};\n")
	for _, name := range modules {
		source, err := files.ReadFile("assets/" + name + ".js")
		if err != nil {
			return "", "", err
		}
		text, err := part(name, string(source))
		if err != nil {
			return "", "", err
		}
		b.WriteString(text)
	}
	b.WriteString("parts[\"app.js\"].start();\n")
	return "\n" + string(css), b.String(), nil
}

var (
	importLine = regexp.MustCompile(`(?m)^import (\{[^}]+\}) from "\./([a-z0-9]+\.js)";$`)
	exportLine = regexp.MustCompile(`(?m)^export ((?:async )?(?:function|class|const)) (\w+)`)
	otherLine  = regexp.MustCompile(`(?m)^(?:import|export)\b.*$`)
)

// part wraps one ECMAScript module into a function of its own, so that a page
// can hold several in one block: a block is what the policy has a hash of.
func part(name, source string) (string, error) {
	var names []string
	for _, m := range exportLine.FindAllStringSubmatch(source, -1) {
		names = append(names, m[2])
	}
	source = importLine.ReplaceAllString(source, `const $1 = parts["$2"];`)
	source = exportLine.ReplaceAllString(source, "$1 $2")
	if odd := otherLine.FindString(source); odd != "" {
		return "", fmt.Errorf("%s.js: only `import { a } from \"./b.js\";` and `export const|function|class` are joined, not %q", name, odd)
	}
	return fmt.Sprintf("parts[\"%s.js\"] = (() => {\n%s\nreturn { %s };\n})();\n", name, source, strings.Join(names, ", ")), nil
}
