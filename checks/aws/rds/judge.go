package rds

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"demarc/checks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// there reports whether a resource stands: one that is being created has not
// all of its settings yet, and one that is being deleted is past mending.
func there(p *checks.Probe, status inventory.Known[string]) bool {
	s, ok := status.Get(p)
	if ok && (s == "creating" || s == "deleting") {
		p.Skipf("it is %s", s)
		return false
	}
	return ok
}

// alone reports whether an instance stands alone. What is set on a cluster is
// judged there.
func alone(p *checks.Probe, d *rds.DBInstance) bool {
	c, ok := d.DBClusterIdentifier.Get(p)
	if ok && c != "" {
		p.Skipf("it is a member of the cluster %s, on which this is set", c)
		return false
	}
	return ok
}

// own reports whether an instance is one whose server AWS runs whole: on RDS
// Custom much of it is the customer's, and settings of RDS do not apply.
func own(p *checks.Probe, d *rds.DBInstance) bool {
	e, ok := d.Engine.Get(p)
	if ok && rds.Custom(e) {
		p.Skipf("the setting does not apply to RDS Custom (%s)", e)
		return false
	}
	return ok
}

// runs reports whether a database runs one of the engines; a name that ends in
// a hyphen stands for all that begin so.
func runs(p *checks.Probe, engine inventory.Known[string], names ...string) bool {
	e, ok := engine.Get(p)
	if ok && !slices.ContainsFunc(names, func(n string) bool { return matches(e, n) }) {
		p.Skipf("the engine is %s", e)
		return false
	}
	return ok
}

// matches reports whether an engine is, or is an edition of, the one named.
func matches(engine, name string) bool {
	return engine == strings.TrimSuffix(name, "-") || strings.HasSuffix(name, "-") && strings.HasPrefix(engine, name)
}

// provisioned reports whether a cluster is other than Aurora Serverless v1.
func provisioned(p *checks.Probe, c *rds.DBCluster) bool {
	m, ok := c.EngineMode.Get(p)
	if ok && m == "serverless" {
		p.Skipf("Aurora Serverless v1 has no such setting")
		return false
	}
	return ok
}

// on fails what has a setting switched off.
func on(p *checks.Probe, setting inventory.Known[bool], name, fault string) {
	if v, ok := setting.Get(p); ok && !v {
		p.Evidence(name, false)
		p.Failf("%s", fault)
	}
}

// minRetention is the least number of days that automated backups are kept.
var minRetention = &checks.Param{Name: "minDays", Default: 7, Unit: "days", Source: "AWS FSBP, RDS.11 and RDS.50: 7 unless set otherwise"}

// retained fails backups that are kept for too short a time.
func retained(p *checks.Probe, days inventory.Known[int]) {
	d, ok := days.Get(p)
	switch {
	case !ok || d >= p.Int(minRetention):
		return
	case d == 0:
		p.Evidence("backupRetentionPeriod", d)
		p.Failf("automated backups are off")
	default:
		p.Evidence("backupRetentionPeriod", d)
		p.Failf("automated backups are kept for %d days, fewer than %d", d, p.Int(minRetention))
	}
}

// published fails a database that does not export all the logs that are wanted.
func published(p *checks.Probe, exports inventory.Known[[]string], want []string) {
	have, ok := exports.Get(p)
	if !ok {
		return
	}
	var lacking []string
	for _, w := range want {
		if !slices.Contains(have, w) {
			lacking = append(lacking, w)
		}
	}
	if len(lacking) > 0 {
		p.Evidence("exports", have)
		p.Failf("does not publish %s to CloudWatch Logs", strings.Join(lacking, ", "))
	}
}

// of takes the words that a list of "engine=word" holds for an engine.
func of(list []string, engine string) (words []string) {
	for _, l := range list {
		if name, word, ok := strings.Cut(l, "="); ok && matches(engine, name) {
			words = append(words, word)
		}
	}
	return words
}

// The days within which AWS Backup must have copied a database, and those that
// a new one is given until its first copy.
var (
	maxBackupAge = &checks.Param{Name: "maxAgeDays", Default: 35, Unit: "days", Source: "a plan that runs once a month, with some days to spare"}
	firstBackup  = &checks.Param{Name: "graceDays", Default: 2, Unit: "days", Source: "a plan that runs daily, with a day to spare"}
)

// backedUp fails what AWS Backup does not copy.
func backedUp(p *checks.Probe, created, last inventory.Known[time.Time]) {
	at, ok := last.Get(p)
	if !ok || p.Inv.Now.Sub(at) <= days(p.Int(maxBackupAge)) {
		return
	}
	if at.IsZero() {
		made, ok := created.Get(p)
		switch {
		case !ok:
		case p.Inv.Now.Sub(made) <= days(p.Int(firstBackup)):
			p.Skipf("it is too new to have been backed up")
		default:
			p.Evidence("lastBackup", "never")
			p.Failf("AWS Backup holds no copy of it")
		}
		return
	}
	p.Evidence("lastBackup", at.Format(time.DateOnly))
	p.Failf("AWS Backup last copied it on %s", at.Format(time.DateOnly))
}

func days(n int) time.Duration { return time.Duration(n) * 24 * time.Hour }

// below reports whether a dotted version is lower than another, by its leading
// numbers: "10.4.32" is below "10.5". ok is false where it cannot be told.
func below(version, limit string) (is, ok bool) {
	v, l := strings.Split(version, "."), strings.Split(limit, ".")
	for i := range l {
		if i >= len(v) {
			return true, true
		}
		a, err := strconv.Atoi(v[i])
		b, err2 := strconv.Atoi(l[i])
		if err != nil || err2 != nil {
			return false, false
		}
		if a != b {
			return a < b, true
		}
	}
	return false, true
}

// since reports whether an instance runs at least the version that brought what
// the check asks for; lacks says what an older one does not have.
func since(p *checks.Probe, d *rds.DBInstance, limit, lacks string) bool {
	v, ok := d.EngineVersion.Get(p)
	if !ok {
		return false
	}
	old, ok := below(v, limit)
	switch {
	case !ok:
		p.Missed(broken("RDS DescribeDBInstances", "the version %s cannot be read", v))
	case old:
		p.Skipf("version %s has no %s", v, lacks)
	}
	return ok && !old
}

// broken is the Gap for an answer that holds something other than documented.
func broken(call, format string, args ...any) inventory.Gap {
	return inventory.Gap{Reason: inventory.Failed, Call: call, Where: fmt.Sprintf(format, args...)}
}
