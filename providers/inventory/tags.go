package inventory

import (
	"maps"
	"slices"
)

// tagAll queues the look-up of the tags that listings do not give.
func (e *engine) tagAll() {
	for l, tb := range e.inv.tables {
		c := l.tags()
		if c == nil {
			continue
		}
		byRegion := map[string][]*Resource{}
		for _, r := range tb.rows {
			if res := ResourceOf(r); res.Tags.state == unseen {
				byRegion[res.Region] = append(byRegion[res.Region], res)
			}
		}
		for region, rows := range byRegion {
			s, ok := e.scopeFor(region)
			if !ok {
				for _, res := range rows {
					res.Tags = Missing[map[string]string](e.inv.leftOut(region))
				}
				continue
			}
			e.push(&e.fetches, task{c.Name(), s, func() { e.tag(c, s, rows) }})
		}
	}
}

func (e *engine) tag(c *Call[map[string]map[string]string], s Scope, rows []*Resource) {
	var all map[string]map[string]string
	err := guard(func() (err error) {
		if err = e.ctx.Err(); err == nil {
			all, err = c.Get(e.ctx, s)
		}
		return err
	})
	for _, res := range rows {
		if tags, ok := all[res.Full]; ok || err == nil {
			res.Tags = Of(tags)
			e.scrub(res)
		} else {
			res.Tags = Missing[map[string]string](e.gap(c, s, err))
		}
	}
}

// scopeFor finds the scope that answers for region: the account's own for "".
func (e *engine) scopeFor(region string) (Scope, bool) {
	for _, s := range e.inv.Scopes {
		if s.Region == region && s.Level == AtRegion || region == "" && s.Level == AtAccount {
			return s, true
		}
	}
	return Scope{}, false
}

func (e *engine) scrub(res *Resource) {
	if e.o.Scrub == nil {
		return
	}
	res.Name = e.o.Scrub("", res.Name) // it may come from a tag
	if res.Tags.state != known {
		return
	}
	clean := make(map[string]string, len(res.Tags.value))
	for _, k := range slices.Sorted(maps.Keys(res.Tags.value)) { // two keys may become one: the last stays
		clean[e.o.Scrub("", k)] = e.o.Scrub(k, res.Tags.value[k])
	}
	res.Tags.value = clean
}
