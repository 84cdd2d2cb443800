package bank

import (
	"context"
	"database/sql"
)

// DemonstrationIdentity is the resident number of a demonstration's customer: invented,
// and with a check digit that no real one has. "" for any other user ID.
func DemonstrationIdentity(login string) string { return demonstrationIdentities[login] }

var demonstrationIdentities = map[string]string{
	"demo01": "9003151234567",
	"demo02": "9207202345671",
	"demo03": "1234567890", // of a firm
	"demo04": "8811021357926",
	"demo05": "9512242468135",
}

// members are what the customers of a new bank are to Smart Banking.
func (f *filling) members() []table {
	return []table{
		{"membership", "customer_id, kind, member, identity_mac", func(add func(...any)) {
			for i := range f.customers {
				c := &f.customers[i]
				kind, mac := personalKind, macIdentity(f.pinKey, []byte(c.Identity))
				if c.Corporate {
					kind = corporateKind
				}
				add(c.id, kind, truth(!c.NoMember), mac[:])
			}
		}},
		{"consent", "customer_id, agreed, at", func(add func(...any)) {
			for i := range f.customers {
				c := &f.customers[i]
				add(c.id, truth(!c.Disagrees), c.JoinedAt.UnixMicro())
			}
		}},
	}
}

// truth is how tables keep it.
func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// addMembers gives the customers of a demonstration that was made by an earlier
// version the identity numbers that a new one has. Other banks of then have no customers.
func addMembers(ctx context.Context, began *sql.Tx) error {
	var key []byte
	err := began.QueryRowContext(ctx, query("setting_one"), settingPINKey).Scan(&key)
	if err == sql.ErrNoRows { //nolint:errorlint // it comes as it is; a schema without a bank
		return nil
	}
	if err != nil {
		return err
	}
	defer clear(key)
	rows, err := began.QueryContext(ctx, query("customer_logins"))
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // the error of reading is rows.Err
	logins := map[CustomerID]string{}
	for rows.Next() {
		var (
			who   CustomerID
			login string
		)
		if err := rows.Scan(&who, &login); err != nil {
			return err
		}
		logins[who] = login
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for who, login := range logins {
		mac := macIdentity(key, []byte(DemonstrationIdentity(login)))
		if _, err := began.ExecContext(ctx, query("membership_add"), who, personalKind, 1, mac[:]); err != nil {
			return err
		}
	}
	return nil
}
