package notify_test

import (
	"bufio"
	"crypto/tls"
	"encoding/base64"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/mail"
	"strings"
	"sync"
	"testing"
	"time"

	"demarc/scanner/notify"
)

// A mailServer is as much of SMTP as a client needs to be tested.
type mailServer struct {
	config *tls.Config
	offers string            // what it offers after STARTTLS
	plain  string            // what it offers before
	answer map[string]string // by the verb: instead of the usual answer, used up once for each connection
	once   bool              // the answers hold for the first connection alone

	mu          sync.Mutex
	connections int
	lines       []string // all commands
	letters     []string
	clear       []string // commands before TLS
}

func (s *mailServer) serve(l net.Listener) {
	for {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		s.mu.Lock()
		s.connections++
		s.mu.Unlock()
		s.talk(conn)
	}
}

func (s *mailServer) talk(conn net.Conn) {
	defer func() { conn.Close() }()
	conn.SetDeadline(time.Now().Add(10 * time.Second))
	r, secure, offers := bufio.NewReader(conn), false, s.plain
	say := func(text string) { fmt.Fprintf(conn, "%s\r\n", text) }
	say("220 ready")
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return
		}
		line = strings.TrimRight(line, "\r\n")
		s.mu.Lock()
		s.lines = append(s.lines, line)
		if !secure {
			s.clear = append(s.clear, line)
		}
		first := s.connections == 1
		s.mu.Unlock()
		verb := strings.ToUpper(strings.Fields(line + " ?")[0])
		if a := s.answer[verb]; a != "" && (first || !s.once) {
			say(a)
			continue
		}
		switch verb {
		case "EHLO":
			say("250-hello")
			for _, o := range strings.Split(offers, ";") {
				say("250-" + o)
			}
			say("250 8BITMIME")
		case "STARTTLS":
			say("220 go")
			conn = tls.Server(conn, s.config)
			r, secure, offers = bufio.NewReader(conn), true, s.offers
		case "AUTH":
			if strings.HasPrefix(line, "AUTH LOGIN") {
				for _, ask := range []string{"Username:", "Password:"} {
					say("334 " + base64.StdEncoding.EncodeToString([]byte(ask)))
					got, _ := r.ReadString('\n')
					s.mu.Lock()
					s.lines = append(s.lines, "login "+strings.TrimSpace(got))
					s.mu.Unlock()
				}
			}
			say("235 in")
		case "DATA":
			say("354 go")
			var b strings.Builder
			for {
				l, err := r.ReadString('\n')
				if err != nil || l == ".\r\n" {
					break
				}
				b.WriteString(strings.TrimPrefix(l, "."))
			}
			s.mu.Lock()
			s.letters = append(s.letters, b.String())
			s.mu.Unlock()
			say("250 kept")
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

func TestEmail(t *testing.T) {
	https := httptest.NewTLSServer(http.NotFoundHandler()) // for its certificate
	defer https.Close()
	b64 := func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }
	for name, tc := range map[string]struct {
		server      *mailServer
		nobody      bool // no user and password
		untrusted   bool
		err         string
		letters     int
		connections int
		says        string // a line that the server got
	}{
		"plain":           {server: &mailServer{plain: "STARTTLS", offers: "AUTH LOGIN PLAIN"}, letters: 1, connections: 1, says: "AUTH PLAIN " + b64("\x00hidden-user\x00hidden-password")},
		"login":           {server: &mailServer{plain: "STARTTLS", offers: "AUTH LOGIN XOAUTH2"}, letters: 1, connections: 1, says: "login " + b64("hidden-password")},
		"no user":         {server: &mailServer{plain: "STARTTLS", offers: "SIZE"}, nobody: true, letters: 1, connections: 1},
		"other ways":      {server: &mailServer{plain: "STARTTLS", offers: "AUTH XOAUTH2"}, err: "no way to log in", connections: 1},
		"no login":        {server: &mailServer{plain: "STARTTLS", offers: "SIZE"}, err: "no way to log in", connections: 1},
		"in the clear":    {server: &mailServer{plain: "AUTH PLAIN LOGIN", offers: "AUTH PLAIN"}, err: "does not offer STARTTLS", connections: 1},
		"not trusted":     {server: &mailServer{plain: "STARTTLS", offers: "AUTH PLAIN"}, untrusted: true, err: "certificate", connections: 1},
		"busy once":       {server: &mailServer{plain: "STARTTLS", offers: "AUTH PLAIN", once: true, answer: map[string]string{"RCPT": "451 later <hidden@example.com>"}}, letters: 1, connections: 2},
		"busy for good":   {server: &mailServer{plain: "STARTTLS", offers: "AUTH PLAIN", answer: map[string]string{"MAIL": "421 later"}}, err: "the sender for now: code 421 (5 attempts)", connections: 5},
		"refused":         {server: &mailServer{plain: "STARTTLS", offers: "AUTH PLAIN", answer: map[string]string{"RCPT": "550 no <hidden@example.com>"}}, err: "refuses a recipient: code 550", connections: 1},
		"login refused":   {server: &mailServer{plain: "STARTTLS", offers: "AUTH PLAIN", answer: map[string]string{"AUTH": "535 no hidden-user"}}, err: "refuses logging in: code 535", connections: 1},
		"message refused": {server: &mailServer{plain: "STARTTLS", offers: "AUTH PLAIN", answer: map[string]string{"DATA": "554 spam"}}, err: "refuses the message: code 554", connections: 1},
	} {
		s := tc.server
		s.config = &tls.Config{Certificates: https.TLS.Certificates}
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		done := make(chan bool)
		go func() { s.serve(l); close(done) }()
		m := notify.Mail{Server: l.Addr().String(), User: "hidden-user", Password: "hidden-password", From: "Demarc <hidden-from@example.com>", To: "hidden@example.com, \"B\" <hidden-b@example.com>"}
		if tc.nobody {
			m.User, m.Password = "", ""
		}
		var waits []time.Duration
		send := sender(https, &waits)
		if tc.untrusted {
			send = sender(nil, &waits)
		}
		err = send.Email(t.Context(), m, news(nil, []string{"x FAIL", ".\r\nQUIT FAIL"}))
		l.Close()
		<-done
		if (err == nil) != (tc.err == "") || err != nil && !strings.Contains(err.Error(), tc.err) || len(s.letters) != tc.letters || s.connections != tc.connections {
			t.Errorf("%s: %v, %d letters, %d connections\n%s", name, err, len(s.letters), s.connections, strings.Join(s.lines, "\n"))
		}
		leaks(t, err, "hidden", "127.0.0.1", "example.com", "@")
		all := strings.Join(s.lines, "\n") + "\n"
		if tc.says != "" && !strings.Contains(all, tc.says+"\n") {
			t.Errorf("%s: %q is not among\n%s", name, tc.says, all)
		}
		for _, c := range s.clear {
			if !strings.HasPrefix(c, "EHLO") && c != "STARTTLS" && c != "QUIT" {
				t.Errorf("%s: in the clear: %s", name, c)
			}
		}
		for _, letter := range s.letters {
			if !strings.Contains(all, "RCPT TO:<hidden@example.com>") || !strings.Contains(all, "RCPT TO:<hidden-b@example.com>") {
				t.Errorf("%s: %s", name, all)
			}
			got, err := mail.ReadMessage(strings.NewReader(letter))
			if err != nil || got.Header.Get("Subject") != "demarc: 2 new failures, 0 fixed" || got.Header.Get("From") != `"Demarc" <hidden-from@example.com>` || strings.Contains(letter, "hidden-password") {
				t.Errorf("%s: %v\n%s", name, err, letter)
			}
			if to, err := got.Header.AddressList("To"); err != nil || len(to) != 2 {
				t.Errorf("%s: %v, %v", name, to, err)
			}
		}
	}
}

func TestMailSettings(t *testing.T) {
	good := notify.Mail{Server: "mail.example.com", From: "a@example.com", To: "b@example.com"}
	for name, tc := range map[string]struct {
		change func(*notify.Mail)
		ok     bool
	}{
		"good":              {func(*notify.Mail) {}, true},
		"a port":            {func(m *notify.Mail) { m.Server = "mail.example.com:25" }, true},
		"IPv6":              {func(m *notify.Mail) { m.Server = "[::1]:25" }, true},
		"no server":         {func(m *notify.Mail) { m.Server = ":25" }, false},
		"a user alone":      {func(m *notify.Mail) { m.User = "hidden" }, false},
		"a password alone":  {func(m *notify.Mail) { m.Password = "hidden" }, false},
		"a sender":          {func(m *notify.Mail) { m.From = "hidden" }, false},
		"a slipped header":  {func(m *notify.Mail) { m.From = "hidden@example.com\r\nBcc: x@example.com" }, false},
		"a slipped header2": {func(m *notify.Mail) { m.To = "hidden@example.com>\r\nRCPT TO:<x@example.com" }, false},
		"no recipients":     {func(m *notify.Mail) { m.To = "hidden, hidden" }, false},
		"a crowd":           {func(m *notify.Mail) { m.To = strings.Repeat("hidden@example.com,", 50) + "b@example.com" }, false},
	} {
		m := good
		tc.change(&m)
		err := m.Check()
		if (err == nil) != tc.ok {
			t.Errorf("%s: %v", name, err)
		}
		leaks(t, err, "hidden")
	}
}
