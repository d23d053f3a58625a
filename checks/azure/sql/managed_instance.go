package sql

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/sql"
)

// lives reports whether an instance is worth judging, and why where it is not.
func lives(p *checks.Probe, m *sql.ManagedInstance) bool {
	state, ok := m.State.Get(p)
	if ok && strings.EqualFold(state, "Deleting") {
		p.Skipf("the instance is being deleted")
		return false
	}
	return ok
}
