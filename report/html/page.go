// Package html writes a scan as one page: a file that holds its style, its
// script and its data, that asks nothing of any server, and in which the
// content security policy lets nothing run but that script.
//
// The page is made by hand, without a template package: those would make the
// linker keep whatever a provider's SDK can do (see CONTRIBUTING.md).
package html

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarc/checks"
	"demarc/scanner"
)

// Write writes the page. The findings go through once or twice and never
// stand in memory at once.
func Write(w io.Writer, r scanner.Reader) error {
	style, script, err := assets()
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	head(b, r.Summary(), style, script)
	fallback(b, r.Summary())
	b.WriteString("<script type=\"application/octet-stream\" id=\"scan\">")
	if err := data(b, r); err != nil {
		return err
	}
	fmt.Fprintf(b, "</script>\n<script type=\"module\">%s</script>\n</body>\n</html>\n", script)
	return b.Flush()
}

// head writes all before the body. The policy stands before anything that it
// is to govern, and after the character set, which a browser looks for in the
// first 1024 bytes.
func head(b *bufio.Writer, s *scanner.Summary, style, script string) {
	b.WriteString("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
	fmt.Fprintf(b, "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", policy(style, script))
	b.WriteString("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
		"<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	fmt.Fprintf(b, "<meta name=\"generator\" content=\"demarc %s\">\n", text(s.Version))
	fmt.Fprintf(b, "<link rel=\"icon\" href=\"%s\">\n<title>demarc %s</title>\n", icon, text(s.ScanID))
	fmt.Fprintf(b, "<style>%s</style>\n</head>\n<body>\n", style)
}

// text writes a word of the scan into the page: escaped, and without the
// characters that steer a terminal or a parser.
func text(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return utf8.RuneError
		}
		return r
	}, s))
}

// icon is a line between two halves.
const icon = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E" +
	"%3Crect width='16' height='16' rx='3' fill='%231f4fbf'/%3E%3Cpath d='M8 2v12M3 8h3M10 8h3' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E"

// policy lets the page's own style and script through, by their hashes, and
// nothing else: no connection, no other script, no frame, no form. With
// trusted types the browser itself refuses to parse a string as HTML.
func policy(style, script string) string {
	return fmt.Sprintf("default-src 'none'; script-src '%s'; style-src '%s'; img-src data:; base-uri 'none'; form-action 'none'; "+
		"require-trusted-types-for 'script'; trusted-types 'none'", hash(script), hash(style))
}

// hash is how a policy names a block: by the bytes between its tags.
func hash(block string) string {
	sum := sha256.Sum256([]byte(block))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// fallback writes what is seen until the script has run, and where it cannot.
func fallback(b *bufio.Writer, s *scanner.Summary) {
	b.WriteString("<noscript>This page needs JavaScript, and a browser of 2023 or later. " +
		"<code>demarc report --from SCAN --format markdown</code> writes the same scan for reading without.</noscript>\n<div id=\"app\"><div id=\"wait\">")
	fmt.Fprintf(b, "<p>demarc scan %s of %s: %d failed, %d could not be read, %d passed.</p>", text(s.ScanID),
		s.Start.UTC().Format("2006-01-02 15:04 UTC"), s.Counts[checks.Fail], s.Counts[checks.Unknown], s.Counts[checks.Pass])
	b.WriteString("<p>Opening. If this line stays, the browser is older than 2023 (it lacks DecompressionStream) or does not run scripts.</p></div></div>\n")
}

// data writes the packed scan, compressed, in base64: of characters that no
// parser of HTML takes for anything but text.
func data(b *bufio.Writer, r scanner.Reader) error {
	encoder := base64.NewEncoder(base64.StdEncoding, b)
	zip, err := gzip.NewWriterLevel(encoder, gzip.BestCompression)
	if err != nil {
		return err
	}
	if err := pack(zip, r); err != nil {
		return err
	}
	if err := zip.Close(); err != nil {
		return err
	}
	return encoder.Close()
}
