package notify

import (
	"bytes"
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"net/smtp"
	"net/textproto"
	"strings"
	"time"
)

// Mail is where and how electronic mail goes. Nothing of it stands in an error.
type Mail struct {
	Server         string // host or host:port; the port is 587 where none is given
	User, Password string // both empty: the server asks for none
	From           string // one address
	To             string // addresses, separated by commas
}

// maxRecipients is how many addresses a message goes to at most.
const maxRecipients = 50

// letter is a Mail that was understood.
type letter struct {
	Mail
	host, server string
	from         *mail.Address
	to           []*mail.Address
}

// Check says what of it is missing or cannot be understood.
func (m Mail) Check() error {
	_, err := m.parse()
	return err
}

func (m Mail) parse() (*letter, error) {
	l := &letter{Mail: m, host: m.Server, server: net.JoinHostPort(strings.Trim(m.Server, "[]"), "587")}
	if host, port, err := net.SplitHostPort(m.Server); err == nil {
		l.host, l.server = host, net.JoinHostPort(host, port)
	}
	l.host = strings.Trim(l.host, "[]")
	if l.host == "" {
		return nil, errors.New("the server is empty: it is a host, or host:port")
	}
	if (m.User == "") != (m.Password == "") {
		return nil, errors.New("a user needs a password, and a password a user")
	}
	var err error
	if l.from, err = mail.ParseAddress(m.From); err != nil {
		return nil, errors.New("the sender is not an address such as demarc@example.com")
	}
	if l.to, err = mail.ParseAddressList(m.To); err != nil {
		return nil, errors.New("the recipients are not addresses, separated by commas")
	}
	if len(l.to) > maxRecipients {
		return nil, fmt.Errorf("%d recipients, at most %d: use a mailing list", len(l.to), maxRecipients)
	}
	return l, nil
}

// Email sends the message to a server that offers STARTTLS; to any other nothing
// is sent. What the server calls temporary (its codes of 400) is tried again.
func (s *Sender) Email(ctx context.Context, m Mail, n *News) error {
	l, err := m.parse()
	if err != nil {
		return err
	}
	text := l.message(n, s.now())
	return s.retry(ctx, func() error { return s.deliver(ctx, l, text) })
}

// deliver makes one attempt.
func (s *Sender) deliver(ctx context.Context, l *letter, text []byte) error {
	dialer := net.Dialer{Timeout: timeout}
	conn, err := dialer.DialContext(ctx, "tcp", l.server)
	if err != nil {
		return network(err)
	}
	defer conn.Close()
	defer context.AfterFunc(ctx, func() { conn.Close() })()
	conn.SetDeadline(time.Now().Add(2 * timeout))
	c, err := smtp.NewClient(conn, l.host)
	if err != nil {
		return smtpError("greeting", err)
	}
	if ok, _ := c.Extension("STARTTLS"); !ok {
		return errors.New("the mail server does not offer STARTTLS: the message would be sent in the clear")
	}
	if err := c.StartTLS(&tls.Config{ServerName: l.host, RootCAs: s.Roots, MinVersion: tls.VersionTLS12}); err != nil {
		return smtpError("STARTTLS", err)
	}
	if l.User != "" {
		if err := c.Auth(login(c, l)); err != nil {
			return smtpError("logging in", err)
		}
	}
	if err := c.Mail(l.from.Address); err != nil {
		return smtpError("the sender", err)
	}
	for _, to := range l.to {
		if err := c.Rcpt(to.Address); err != nil {
			return smtpError("a recipient", err)
		}
	}
	w, err := c.Data()
	if err == nil {
		_, err = w.Write(text)
		err = cmp.Or(err, w.Close())
	}
	if err != nil {
		return smtpError("the message", err)
	}
	c.Quit() // the server has the message: what it says now changes nothing
	return nil
}

// smtpError says what the server refused, by its code: its words may repeat an
// address.
func smtpError(what string, err error) error {
	var code *textproto.Error
	switch {
	case errors.As(err, &code) && code.Code >= 400 && code.Code < 500:
		return temporary{fmt.Errorf("the mail server refuses %s for now: code %d", what, code.Code), 0}
	case errors.As(err, &code):
		return fmt.Errorf("the mail server refuses %s: code %d", what, code.Code)
	case errors.Is(err, errNoLogin):
		return err
	}
	return fmt.Errorf("the mail server, %s: %w", what, network(err))
}

var errNoLogin = errors.New("the mail server offers no way to log in that is known here: PLAIN or LOGIN")

// login picks the way to log in that the server offers.
func login(c *smtp.Client, l *letter) smtp.Auth {
	_, offered := c.Extension("AUTH")
	ways := strings.Fields(strings.ToUpper(offered))
	for _, way := range ways {
		if way == "PLAIN" {
			return smtp.PlainAuth("", l.User, l.Password, l.host)
		}
	}
	return &loginAuth{l.User, l.Password}
}

// loginAuth is the LOGIN of older servers, and of Exchange Online: the user, then
// the password, each asked for. It is spoken under TLS alone.
type loginAuth struct{ user, password string }

func (a *loginAuth) Start(s *smtp.ServerInfo) (string, []byte, error) {
	for _, way := range s.Auth {
		if s.TLS && strings.EqualFold(way, "LOGIN") {
			return "LOGIN", nil, nil
		}
	}
	return "", nil, errNoLogin
}

func (a *loginAuth) Next(asked []byte, more bool) ([]byte, error) {
	switch {
	case !more:
		return nil, nil
	case strings.HasPrefix(strings.ToLower(string(asked)), "user"):
		return []byte(a.user), nil
	case strings.HasPrefix(strings.ToLower(string(asked)), "pass"):
		return []byte(a.password), nil
	}
	return nil, errNoLogin
}

// message is the mail as RFC 5322 has it, with the addresses as they were
// understood: no header can be slipped in.
func (l *letter) message(n *News, at time.Time) []byte {
	_, domain, _ := strings.Cut(l.from.Address, "@")
	var to []string
	for _, a := range l.to {
		to = append(to, a.String())
	}
	return mailText(n, l.from.String(), strings.Join(to, ",\r\n "), "<"+n.Delivery()+"@"+domain+">", at)
}

// Draft is the mail with its addresses left out.
func (n *News) Draft(at time.Time) []byte {
	const out = "(left out)"
	return mailText(n, out, out, out, at)
}

func mailText(n *News, from, to, id string, at time.Time) []byte {
	var b bytes.Buffer
	for _, h := range [][2]string{
		{"From", from}, {"To", to}, {"Subject", mime.QEncoding.Encode("utf-8", n.Title())}, {"Date", at.Format(time.RFC1123Z)}, {"Message-ID", id},
		{"Auto-Submitted", "auto-generated"}, {"MIME-Version", "1.0"}, {"Content-Type", "text/plain; charset=utf-8"}, {"Content-Transfer-Encoding", "quoted-printable"},
	} {
		b.WriteString(h[0] + ": " + h[1] + "\r\n")
	}
	b.WriteString("\r\n")
	w := quotedprintable.NewWriter(&b)
	io.WriteString(w, strings.ReplaceAll(n.Text(), "\n", "\r\n")) // a buffer takes everything
	w.Close()
	return b.Bytes()
}
