package notify

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Limits of the chats. Slack takes 50 blocks a message and 3,000 characters a
// text (docs.slack.dev/reference/block-kit/blocks); Teams refuses messages above
// 28 KB (learn.microsoft.com, "Create incoming webhooks"). Slack's own bound on
// the sum is not published: the same is kept to.
const (
	slackText = 3000
	chatBytes = 27_000
)

type object = map[string]any

// fit makes a message that is no longer than limit bytes, by listing fewer
// findings; what is left out is counted.
func fit(limit int, of func(top int) object) ([]byte, error) {
	for top := Top; ; top-- {
		b, err := json.Marshal(of(top))
		if err != nil {
			return nil, fmt.Errorf("writing the message: %w", err)
		}
		if len(b) <= limit || top == 0 {
			return b, nil
		}
	}
}

// Slack is the message for an incoming webhook of Slack, as Block Kit.
func (n *News) Slack() ([]byte, error) {
	return fit(chatBytes, func(top int) object {
		blocks := []object{{"type": "header", "text": object{"type": "plain_text", "text": n.Title(), "emoji": false}}}
		for _, s := range n.sections(top) {
			blocks = append(blocks, slackSection("*"+s.title+"*"))
			for _, g := range s.groups {
				blocks = append(blocks, slackGroup(g)...)
			}
			if s.left != "" {
				blocks = append(blocks, slackSection(s.left))
			}
		}
		foot := strings.Join(append(n.Notes(), n.between()), "\n")
		return object{"text": n.Title(), "blocks": append(blocks, slackSection(foot))}
	})
}

// slackSection is a text of Slack's markup. Verbatim keeps Slack from making
// links of what looks like an address, a channel or a person.
func slackSection(text string) object {
	return object{"type": "section", "text": object{"type": "mrkdwn", "text": text, "verbatim": true}}
}

// slackGroup lists findings as code, in which Slack reads no markup; as many
// blocks as their length needs.
func slackGroup(g group) (blocks []object) {
	head := "_" + g.title + "_\n```"
	text := head
	for _, l := range g.lines {
		l = slackEscape(l)
		if text != head && units(text)+units(l)+4 > slackText {
			blocks = append(blocks, slackSection(text+"```"))
			head = "```"
			text = head
		}
		if text != head {
			text += "\n"
		}
		text += l
	}
	return append(blocks, slackSection(text+"```"))
}

// units is the length of a text as UTF-16, which is never less than what a chat
// counts as characters.
func units(s string) (n int) {
	for _, r := range s {
		if n++; r > 0xFFFF {
			n++
		}
	}
	return n
}

// slackEscape keeps a text from being more than text: the three characters that
// Slack names, and the backtick, which would end the code. What is still too
// long for a block is cut, never inside an escape.
func slackEscape(s string) string {
	var b strings.Builder
	n := 0
	for _, r := range s {
		out := string(r)
		switch r {
		case '&':
			out = "&amp;"
		case '<':
			out = "&lt;"
		case '>':
			out = "&gt;"
		case '`':
			out = "ˋ"
		}
		if n += units(out); n > slackText-200 {
			return b.String() + "…"
		}
		b.WriteString(out)
	}
	return b.String()
}

// Teams is the message for a workflow of Teams that is started by a webhook
// request: one Adaptive Card. Texts are text runs, in which no Markdown is read.
func (n *News) Teams() ([]byte, error) {
	return fit(chatBytes, func(top int) object {
		body := []object{teamsRuns(n.Title(), "bolder", "default")}
		for _, s := range n.sections(top) {
			body = append(body, teamsRuns(s.title, "bolder", "default"))
			for _, g := range s.groups {
				body = append(body, teamsRuns(g.title, "default", "default"))
				for _, l := range g.lines {
					body = append(body, teamsRuns(l, "default", "monospace"))
				}
			}
			if s.left != "" {
				body = append(body, teamsRuns(s.left, "default", "default"))
			}
		}
		for _, note := range append(n.Notes(), n.between()) {
			body = append(body, teamsRuns(note, "default", "default"))
		}
		card := object{"$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "type": "AdaptiveCard", "version": "1.4", "msteams": object{"width": "Full"}, "body": body}
		return object{"type": "message", "attachments": []object{{"contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": nil, "content": card}}}
	})
}

// teamsRuns is a paragraph. Two braces would begin a function of the card, such
// as {{DATE(…)}}.
func teamsRuns(text, weight, font string) object {
	for strings.Contains(text, "{{") {
		text = strings.ReplaceAll(text, "{{", "{ {")
	}
	return object{"type": "RichTextBlock", "inlines": []object{{"type": "TextRun", "text": text, "weight": weight, "fontType": font}}}
}
