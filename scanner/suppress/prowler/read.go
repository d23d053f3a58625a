package prowler

import "demarc/scanner/decision"

// read reads the rules of a mute list. Of a key that stands twice the last one
// counts, as it does for Prowler.
func read(file string, data []byte) ([]*rule, error) {
	root, err := decision.Parse(file, data, true)
	if err != nil {
		return nil, err
	}
	list, err := child(root, "Mutelist")
	if err != nil {
		return nil, err
	}
	accounts, err := child(list, "Accounts")
	if err != nil {
		return nil, err
	}
	perAccount, err := last(accounts)
	if err != nil {
		return nil, err
	}
	var all []*rule
	for _, a := range perAccount {
		checks, err := child(a.Value, "Checks")
		if err != nil {
			return nil, err
		}
		perCheck, err := last(checks)
		if err != nil {
			return nil, err
		}
		for _, c := range perCheck {
			r := &rule{account: a.Key, check: c.Key, place: c.Name.Place()}
			if err := r.read(c.Value); err != nil {
				return nil, err
			}
			all = append(all, r)
		}
	}
	return all, nil
}

func (r *rule) read(n decision.Node) (err error) {
	fields, err := last(n)
	if err != nil {
		return err
	}
	for _, f := range fields {
		switch f.Key {
		case "Regions":
			r.regions, err = texts(f.Value)
		case "Resources":
			r.resources, err = texts(f.Value)
		case "Tags":
			r.tags, err = texts(f.Value)
		case "Exceptions":
			err = r.readExceptions(f.Value)
		case "Description":
			r.reason, err = f.Value.Text()
		default:
			err = f.Name.Errorf("unknown field %q: a mute list has Regions, Resources, Tags, Exceptions, Description", f.Key)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// readExceptions notes whether there are any: empty lists are none.
func (r *rule) readExceptions(n decision.Node) error {
	if n.Missing() {
		return nil
	}
	fields, err := last(n)
	if err != nil {
		return err
	}
	for _, f := range fields {
		all, err := texts(f.Value)
		if err != nil {
			return err
		}
		r.exceptions = r.exceptions || len(all) > 0
	}
	return nil
}

// texts reads a list of texts, which may be empty.
func texts(n decision.Node) ([]string, error) {
	nodes, err := n.List()
	if err != nil || len(nodes) == 0 {
		return nil, err
	}
	return n.Texts()
}

func child(n decision.Node, key string) (decision.Node, error) {
	fields, err := last(n)
	if err != nil {
		return decision.Node{}, err
	}
	for _, f := range fields {
		if f.Key == key {
			return f.Value, nil
		}
	}
	return decision.Node{}, n.Errorf("the field %q is missing: this is no mute list of Prowler's", key)
}

// last reads fields, of those with one name the last, in its place.
func last(n decision.Node) ([]decision.Field, error) {
	fields, err := n.Fields()
	if err != nil {
		return nil, err
	}
	at := map[string]int{}
	var all []decision.Field
	for _, f := range fields {
		if i, ok := at[f.Key]; ok {
			all[i] = f
			continue
		}
		at[f.Key] = len(all)
		all = append(all, f)
	}
	return all, nil
}
