// Command termsvg reads what a program printed to a colour terminal and writes
// a picture of it as SVG.
package main

import (
	"bufio"
	"fmt"
	"html"
	"os"
	"strings"

	"github.com/mattn/go-runewidth"
)

const (
	cell   = 8.4 // width of a character at the font size below
	height = 18.0
	margin = 16.0
)

var colors = map[string]string{"31": "#ff7b72", "32": "#7ee787", "33": "#e3b341", "35": "#d2a8ff", "36": "#79c0ff"}

func main() {
	var lines []string
	widest := 0
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		lines = append(lines, in.Text())
		widest = max(widest, runewidth.StringWidth(plain(in.Text())))
	}
	w, h := float64(widest)*cell+2*margin, float64(len(lines))*height+2*margin
	fmt.Printf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\" font-family=\"ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace\" font-size=\"14\">\n", w, h, w, h)
	fmt.Printf("<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"#0d1117\"/>\n")
	for i, l := range lines {
		draw(l, margin+float64(i+1)*height-4)
	}
	fmt.Println("</svg>")
}

// draw writes one line, each run of one style as a text of its own at its column.
func draw(line string, y float64) {
	style, column := "", 0
	for line != "" {
		run := line
		if i := strings.Index(line, "\x1b["); i >= 0 {
			run = line[:i]
		}
		if strings.TrimSpace(run) != "" {
			width := float64(runewidth.StringWidth(run)) * cell
			fmt.Printf("<text x=\"%.1f\" y=\"%.1f\" xml:space=\"preserve\" textLength=\"%.1f\"%s>%s</text>\n", margin+float64(column)*cell, y, width, attributes(style), html.EscapeString(run))
		}
		column += runewidth.StringWidth(run)
		line = line[len(run):]
		if strings.HasPrefix(line, "\x1b[") {
			end := strings.Index(line, "m")
			if end < 0 {
				return
			}
			style, line = line[2:end], line[end+1:]
		}
	}
}

func attributes(style string) string {
	fill, weight, opacity := "#e6edf3", "", ""
	for _, code := range strings.Split(style, ";") {
		switch {
		case colors[code] != "":
			fill = colors[code]
		case code == "1":
			weight = " font-weight=\"bold\""
		case code == "2":
			opacity = " opacity=\"0.6\""
		}
	}
	return fmt.Sprintf(" fill=\"%s\"%s%s", fill, weight, opacity)
}

func plain(s string) string {
	for {
		i := strings.Index(s, "\x1b[")
		if i < 0 {
			return s
		}
		end := strings.Index(s[i:], "m")
		if end < 0 {
			return s[:i]
		}
		s = s[:i] + s[i+end+1:]
	}
}
