package vpc

import (
	"context"
	"fmt"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A PrefixList is a managed prefix list: a named set of address ranges that
// rules and routes refer to.
type PrefixList struct {
	inventory.Resource
	// AWS is set for the lists that AWS keeps: addresses of its own services.
	AWS     bool
	Entries inventory.Known[[]string] `fetch:"-"` // nothing for AWS's own, which are not asked for
}

// PrefixLists lists the prefix lists that the account can refer to: its own,
// those shared with it, and AWS's.
var PrefixLists = &inventory.Type[PrefixList]{
	Kind: "aws.vpc.PrefixList", Level: inventory.AtRegion, Model: inventory.IaaS,
	Actions: []string{"ec2:DescribeManagedPrefixLists"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*PrefixList, error] {
		pages := aws.Pages(ctx, client(s).DescribeManagedPrefixLists, &ec2.DescribeManagedPrefixListsInput{MaxResults: new(few)},
			func(out *ec2.DescribeManagedPrefixListsOutput) *string { return out.NextToken },
			func(in *ec2.DescribeManagedPrefixListsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeManagedPrefixListsOutput) (rows []*PrefixList) {
			for _, l := range out.PrefixLists {
				// "AWS" is the owner of AWS-managed lists (VPC User Guide, "AWS-managed prefix lists").
				own := aws.Deref(l.OwnerId) == "AWS"
				owner := l.OwnerId
				arn := aws.Deref(l.PrefixListArn)
				if arn == "" {
					arn = resource(s, owner, "prefix-list", *l.PrefixListId, nil).Full
				}
				r := tagged(s, arn, *l.PrefixListId, l.Tags)
				if own {
					r.Account = "aws"
				}
				if r.Name == "" {
					r.Name = aws.Deref(l.PrefixListName)
				}
				rows = append(rows, &PrefixList{Resource: r, AWS: own})
			}
			return rows
		})
	},
}

// PrefixListEntries fetches PrefixList.Entries. A list that nothing was put
// into has an empty list of entries.
var PrefixListEntries = &inventory.Field[PrefixList, []string]{
	Of: PrefixLists, Column: "entries", Actions: []string{"ec2:GetManagedPrefixListEntries"},
	At: func(l *PrefixList) *inventory.Known[[]string] { return &l.Entries },
	Fetch: func(ctx context.Context, s inventory.Scope, l *PrefixList) ([]string, error) {
		if l.AWS {
			return nil, nil
		}
		var entries []string
		for out, err := range aws.Pages(ctx, client(s).GetManagedPrefixListEntries,
			&ec2.GetManagedPrefixListEntriesInput{PrefixListId: &l.ID, MaxResults: new(few)},
			func(out *ec2.GetManagedPrefixListEntriesOutput) *string { return out.NextToken },
			func(in *ec2.GetManagedPrefixListEntriesInput, token *string) { in.NextToken = token }) {
			if aws.Code(err, "InvalidPrefixListID.NotFound", "InvalidPrefixListId.NotFound") {
				return nil, fmt.Errorf("%w: %w", inventory.ErrGone, err)
			}
			if err != nil {
				return nil, err
			}
			for _, e := range out.Entries {
				if e.Cidr == nil {
					return nil, aws.ErrBroken
				}
				entries = append(entries, *e.Cidr)
			}
		}
		return entries, nil
	},
}

// listed is what a prefix list holds.
func listed(inv *inventory.Inventory, region, id string) Extent {
	return through(entriesOf(inv, region, id), func(entries []string) Extent { return Range(entries...) })
}

// entriesOf are the ranges of a prefix list. AWS's own lists hold the addresses
// of AWS's services: they are never the world, and not asked for. A list that
// the account refers to and cannot read may hold anything.
func entriesOf(inv *inventory.Inventory, region, id string) inventory.Known[[]string] {
	return inventory.Then(PrefixLists.ByID(inv, region, id), func(l *PrefixList) inventory.Known[[]string] {
		switch {
		case l == nil:
			return inventory.Missing[[]string](inventory.Gap{Reason: inventory.OtherAccount, Call: "EC2 DescribeManagedPrefixLists", Action: "ec2:DescribeManagedPrefixLists", Where: "the prefix list " + id})
		case l.AWS:
			return inventory.Of[[]string](nil)
		}
		return l.Entries
	})
}
